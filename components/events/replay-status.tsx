import { StatusBadge, type StatusTone } from "#components/ui/status-badge.tsx";
import type { Replay } from "#lib/webhooks/read-replays.ts";

const words: Record<Replay["status"], { word: string; tone: StatusTone }> = {
  running: { word: "Running", tone: "busy" },
  done: { word: "Done", tone: "good" },
  cancelled: { word: "Cancelled", tone: "idle" },
};

/** How a replay stands; one that is done and left failures behind says so. */
export function ReplayStatus({ status, failed }: Pick<Replay, "status" | "failed">) {
  const { word, tone } = words[status];
  if (status === "done" && failed > 0) return <StatusBadge tone="warn">Done, some failed</StatusBadge>;
  return <StatusBadge tone={tone}>{word}</StatusBadge>;
}
