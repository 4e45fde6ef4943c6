import { StatusBadge, type StatusTone } from "#components/ui/status-badge.tsx";
import type { EventStatus as Status } from "#lib/webhooks/event-filter.ts";

/** Each status in a word people know, and how serious it is. */
export const eventStatusWords: Record<Status, { word: string; tone: StatusTone }> = {
  pending: { word: "Waiting", tone: "idle" },
  processed: { word: "Processed", tone: "good" },
  failed: { word: "Retrying", tone: "warn" },
  dead: { word: "Dead", tone: "bad" },
  ignored: { word: "Ignored", tone: "idle" },
};

export function EventStatus({ status }: { status: Status }) {
  const { word, tone } = eventStatusWords[status];
  return <StatusBadge tone={tone}>{word}</StatusBadge>;
}
