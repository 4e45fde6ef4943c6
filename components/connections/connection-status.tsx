import { StatusBadge, type StatusTone } from "#components/ui/status-badge.tsx";
import type { ConnectionSummary } from "#lib/connections/queries.ts";

type Status = ConnectionSummary["status"];

const looks: Record<Status, { tone: StatusTone; word: string }> = {
  healthy: { tone: "good", word: "Healthy" },
  needs_attention: { tone: "warn", word: "Needs attention" },
  broken: { tone: "bad", word: "Broken" },
  disconnected: { tone: "idle", word: "Disconnected" },
  checking: { tone: "busy", word: "Checking" },
};

/** A connection's status in the product's five words. */
export function ConnectionStatus({ status }: { status: Status }) {
  const { tone, word } = looks[status];
  return <StatusBadge tone={tone}>{word}</StatusBadge>;
}
