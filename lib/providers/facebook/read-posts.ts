import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { graph } from "../meta/graph.ts";
import { Insights, lifetimeFigures } from "../meta/insights.ts";
import { type ItemFigures, itemInsights } from "../meta/item-insights.ts";
import { ListAnswer, readList } from "../meta/read-list.ts";
import type { SyncCursor } from "../meta/sync-cursor.ts";
import type { TimeWindow } from "../meta/time-windows.ts";
import type { SyncStep } from "../synchronization.ts";
import { postMetrics } from "./page-metrics.ts";
import { postItem } from "./post-item.ts";
import { PostNode, postFields } from "./post-node.ts";
import { refusedMetric } from "./refused-metric.ts";

/** Facebook lists some 600 posts of a year. Beyond that, one that is not listed may still be there. */
const mostListed = 500;

export type PostsRead = Pick<SyncStep, "content" | "refused" | "notes"> & { next: SyncCursor | null };

/** One page of a Page's own posts, with what Facebook tells of each (“Page feed”, “Page insights”). */
export async function readPosts(
  app: AppCredentials,
  { externalId, secrets }: Account,
  cursor: SyncCursor,
  window: TimeWindow,
  lately: readonly string[],
): Promise<Answer<PostsRead>> {
  const token = secrets.pageToken ?? "";
  const path = `${encodeURIComponent(externalId)}/posts`;
  const list = await readList(
    cursor,
    window,
    async (parameters) => {
      const call = { path, token, parameters: { ...parameters, fields: postFields } };
      const answer = await graph(app, call, ListAnswer);
      return answer.ok ? { ok: true, value: answer.value.body } : answer;
    },
    PostNode,
  );
  // Without this permission there are still figures.
  if (!list.ok) return list.error.kind === "permission_missing" ? unreadable(list.error.sentence) : list;

  const { nodes, covers, next } = list.value;
  const posts = nodes.filter((post) => post.is_published !== false);
  const metrics = Object.keys(postMetrics).filter((metric) => !lately.includes(metric));
  const asked = await itemInsights({
    items: posts,
    metricsOf: () => metrics,
    ask: async (post, some) => {
      const parameters = { metric: some.join(","), period: "lifetime" };
      const call = { path: `${encodeURIComponent(post.id)}/insights`, token, parameters };
      const answer = await graph(app, call, Insights);
      return answer.ok ? { ok: true, value: answer.value.body } : answer;
    },
  });
  if (!asked.ok) return asked;

  const { told, refused } = asked.value;
  return {
    ok: true,
    value: {
      content: {
        items: posts.map((post) => postItem(post, lifetimeFigures(told.get(post) ?? []))),
        covers: cursor.seen + nodes.length > mostListed ? null : covers,
      },
      refused: (refused.get(metrics) ?? []).map(refusedMetric),
      notes: notesOn(asked.value),
      next,
    },
  };
}

function unreadable(sentence: string): Answer<PostsRead> {
  const notes = [`Facebook does not show the Page's posts: ${sentence}`];
  return { ok: true, value: { notes, next: null } };
}

function notesOn({ denied, failed }: ItemFigures<PostNode>): string[] {
  const notes: string[] = [];
  if (denied) notes.push(`Facebook does not tell how some posts did: ${denied.sentence}`);
  if (failed > 0)
    notes.push("Facebook had a problem with the figures of some posts; they are asked for again.");
  return notes;
}
