import { z } from "zod";
import type { Answer } from "../connect-contract.ts";
import type { SyncStep } from "../synchronization.ts";
import type { SyncCursor } from "./sync-cursor.ts";
import type { TimeWindow } from "./time-windows.ts";

export const ListAnswer = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .optional()
    .catch(undefined),
});
export type ListAnswer = z.output<typeof ListAnswer>;

export type ListReading<Node> = {
  nodes: Node[];
  covers: NonNullable<SyncStep["content"]>["covers"];
  /** Where the same window goes on; null when it is read. */
  next: SyncCursor | null;
};

/**
 * One page of what an account published within a window, newest first. An answer that would be too large (code 1) is asked
 * for in halves. Where something on the page cannot be read or the order is broken, it covers nothing.
 */
export async function readList<Node extends { publishedAt: Date }>(
  cursor: SyncCursor,
  window: TimeWindow,
  ask: (parameters: Record<string, string>) => Promise<Answer<ListAnswer>>,
  shape: z.ZodType<Node>,
): Promise<Answer<ListReading<Node>>> {
  // A second more at each end, since whether the ends belong to it is told nowhere.
  const after = new Date(window.from.getTime() - 1000);
  const before = new Date(window.to.getTime() + 1000);
  let limit = cursor.limit;
  const page = () =>
    ask({
      since: String(after.getTime() / 1000),
      until: String(before.getTime() / 1000),
      limit: String(limit),
      ...(cursor.after !== null && { after: cursor.after }),
    });

  let answer = await page();
  while (!answer.ok && answer.error.code === "1" && limit > 1) {
    limit = Math.floor(limit / 2);
    answer = await page();
  }
  if (!answer.ok) return answer;

  const { data, paging } = answer.value;
  const nodes = data.flatMap((entry) => shape.safeParse(entry).data ?? []);
  const last = nodes.at(-1)?.publishedAt ?? null;
  const newest = cursor.lastAt === null ? before : new Date(cursor.lastAt);
  const cursorAfter = paging?.next === undefined ? undefined : paging.cursors?.after;
  const isPast = last !== null && last <= after;
  const isEnd = cursorAfter === undefined || cursorAfter === cursor.after || isPast;
  const oldest = isEnd ? after : last;
  const isWhole = nodes.length === data.length && isSorted(nodes, newest) && oldest !== null;

  return {
    ok: true,
    value: {
      nodes,
      covers: isWhole ? { after: oldest, before: newest } : null,
      next: isEnd
        ? null
        : {
            ...cursor,
            after: cursorAfter,
            limit,
            lastAt: last?.toISOString() ?? cursor.lastAt,
            seen: cursor.seen + nodes.length,
          },
    },
  };
}

function isSorted(nodes: readonly { publishedAt: Date }[], newest: Date): boolean {
  const times = [newest, ...nodes.map(({ publishedAt }) => publishedAt)];
  return times.every((time, index) => index === 0 || time <= (times[index - 1] ?? time));
}
