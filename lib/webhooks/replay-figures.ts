import type { Replay } from "./read-replays.ts";

type Counted = Pick<
  Replay,
  "status" | "planned" | "started" | "processed" | "failed" | "requestedAt" | "finishedAt"
>;

/** How far a replay is and how fast it goes, reckoned from what was counted. */
export function replayFigures(replay: Counted, now = new Date()) {
  const { status, planned, started, processed, failed, requestedAt, finishedAt } = replay;
  const ran = processed + failed;
  const isRunning = status === "running";
  // Fewer than planned may have needed it in the end, and of a huge selection only a part was counted beforehand.
  const total = status === "done" ? started : Math.max(planned, started);
  const tookMs = Math.max((finishedAt ?? now).getTime() - requestedAt.getTime(), 1);
  const perSecond = ran / (tookMs / 1_000);

  return {
    ran,
    total,
    /** Between 0 and 1. */
    share: total === 0 ? 1 : ran / total,
    perSecond,
    tookMs,
    leftMs: isRunning && perSecond > 0 ? ((total - ran) / perSecond) * 1_000 : null,
    /** Set running, and neither done nor failed: they wait for the worker, or for what they refer to. */
    waiting: started - ran,
  };
}
