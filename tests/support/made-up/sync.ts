import { z } from "zod";
import type { Answer } from "#lib/providers/connect-contract.ts";
import type { Synchronization, SyncRequest, SyncStep } from "#lib/providers/synchronization.ts";
import { madeUpId } from "./id.ts";

type Read = <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<Answer<z.output<Schema>>>;

const Post = z.object({ id: z.string(), text: z.string().nullable(), at: z.string(), likes: z.number() });
const Page = z.object({ posts: z.array(Post), pages: z.number(), after: z.string(), before: z.string() });
const Day = z.object({ day: z.string(), reach: z.number().nullable(), followers: z.number().nullable() });
const Figures = z.object({ days: z.array(Day) });
const Other = z.object({ id: z.string(), name: z.string(), followers: z.number(), posts: z.array(Post) });

const Cursor = z.object({ at: z.enum(["posts", "figures", "others"]), page: z.number() }).nullable();

const content = ({ id, text, at, likes }: z.infer<typeof Post>) => ({
  externalId: id,
  type: "post" as const,
  text,
  mediaUrls: [`https://media.signal.example/${id}.jpg?signature=${crypto.randomUUID()}`],
  permalink: `https://signal.example/${id}`,
  publishedAt: new Date(at),
  engagement: { likes },
  reach: {},
});

/** Reads posts page by page, then figures, then other accounts: a step each. */
export const madeUpSync = (reader: (access: string | undefined) => Read): Synchronization => ({
  reads: "posts and daily figures",
  watches: [madeUpId],
  async step(_app, { secrets }, request) {
    const read = reader(secrets.access);
    const cursor = Cursor.parse(request.cursor) ?? { at: "posts" as const, page: 1 };
    if (cursor.at === "posts") return posts(read, cursor.page);
    return cursor.at === "figures" ? figures(read, request) : others(read, request);
  },
});

async function posts(read: Read, page: number): Promise<Answer<SyncStep>> {
  const answer = await read(`posts?page=${page}`, Page);
  if (!answer.ok) return answer;
  const { posts, pages, after, before } = answer.value;
  const isLast = page >= pages;
  return step({
    content: {
      items: posts.map(content),
      covers: { after: new Date(after), before: new Date(before) },
    },
    next: { at: isLast ? "figures" : "posts", page: isLast ? 0 : page + 1 },
    progress: { done: page, total: pages + 2, doing: isLast ? "Reading figures" : "Reading older posts" },
  });
}

async function figures(read: Read, { refused }: SyncRequest): Promise<Answer<SyncStep>> {
  const found: NonNullable<SyncStep["figures"]>[number][] = [];
  const refusals: { metric: string; sentence: string }[] = [];
  for (const metric of ["reach", "followers"] as const) {
    if (refused.includes(metric)) continue;
    const answer = await read(`figures?metric=${metric}`, Figures);
    if (!answer.ok && answer.error.kind === "rejected") {
      refusals.push({ metric, sentence: `Signal does not tell ${metric}.` });
      continue;
    }
    if (!answer.ok) return answer;
    for (const { day, ...values } of answer.value.days) {
      const value = values[metric];
      if (value !== null) found.push({ date: day, metric, value, sourceMetric: `signal_${metric}` });
    }
  }
  return step({
    figures: found,
    refused: refusals,
    next: { at: "others", page: 0 },
    progress: { done: 3, total: null, doing: "Reading competitors" },
  });
}

async function others(read: Read, { competitors }: SyncRequest): Promise<Answer<SyncStep>> {
  const news: NonNullable<SyncStep["competitors"]>[number][] = [];
  for (const { handle } of competitors) {
    const answer = await read(`others?handle=${handle}`, Other);
    if (!answer.ok && answer.error.kind !== "rejected") return answer;
    news.push({
      provider: madeUpId,
      handle,
      account: answer.ok
        ? {
            externalId: answer.value.id,
            displayName: answer.value.name,
            avatarUrl: null,
            followers: answer.value.followers,
            posts: answer.value.posts.length,
          }
        : null,
      refusal: answer.ok ? null : "Nobody is called that.",
      items: answer.ok ? answer.value.posts.map(content) : [],
    });
  }
  return step({ competitors: news, next: null, progress: { done: 4, total: 4, doing: "Done" } });
}

const step = (value: SyncStep): Answer<SyncStep> => ({ ok: true, value });
