import type { SyncRequest, SyncStep } from "../synchronization.ts";
import { type SyncCursor, startOf } from "./sync-cursor.ts";
import { spanInWords, type TimeWindow, timeWindows } from "./time-windows.ts";

export type Competitor = SyncRequest["competitors"][number];

/** One thing a run does: a window of posts or of figures, the stories of now, or one competitor. */
export type Stop = { doing: string } & (
  | { part: "content" | "figures"; window: number; span: TimeWindow }
  | { part: "stories"; window: 0 }
  | { part: "competitors"; window: 0; competitor: Competitor }
);

/** All that a run does, in its order: the newest posts first, figures after posts, others' accounts last. */
export function syncPlan(request: SyncRequest, startedAt: string, has: { stories: boolean }): Stop[] {
  const windows = (part: "content" | "figures", of: string) =>
    timeWindows(part, request.kind, startedAt).map(
      (span, window): Stop => ({ part, window, span, doing: `Reading ${of} ${spanInWords(span)}` }),
    );
  const competitors = [...request.competitors].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

  return [
    ...windows("content", "posts"),
    ...(has.stories ? [{ part: "stories", window: 0, doing: "Reading stories" } as const] : []),
    ...windows("figures", "figures"),
    ...competitors.map(
      (competitor): Stop => ({
        part: "competitors",
        window: 0,
        competitor,
        doing: `Reading what ${competitor.handle} shows to everyone`,
      }),
    ),
  ];
}

/** Where a cursor stands in the plan. A competitor removed meanwhile is followed by the one after it. */
export function stopAt(plan: readonly Stop[], cursor: SyncCursor): Stop | null {
  return plan[indexOf(plan, cursor)] ?? null;
}

/** Where a run goes on: with `page`, in the same window; without, at the next stop. */
export function onward(
  plan: readonly Stop[],
  cursor: SyncCursor,
  page: SyncCursor | null,
): Pick<SyncStep, "next" | "progress"> {
  const done = indexOf(plan, cursor) + (page ? 0 : 1);
  const stop = plan[done];
  return {
    next: stop ? (page ?? cursorFor(stop, cursor)) : null,
    progress: { done, total: plan.length, doing: stop?.doing ?? "Done" },
  };
}

function indexOf(plan: readonly Stop[], { part, window, competitor }: SyncCursor): number {
  const index = plan.findIndex((stop) =>
    stop.part === "competitors" && part === "competitors"
      ? keyOf(stop.competitor) >= (competitor ?? "")
      : stop.part === part && stop.window === window,
  );
  return index === -1 ? plan.length : index;
}

function cursorFor(stop: Stop, { startedAt }: SyncCursor): SyncCursor {
  const cursor = startOf(stop.part, startedAt, stop.window);
  return stop.part === "competitors" ? { ...cursor, competitor: keyOf(stop.competitor) } : cursor;
}

const keyOf = ({ provider, handle }: Competitor) => `${provider}/${handle}`;
