import type { AttentionItem } from "#components/overview/attention.tsx";
import type { ConnectionSummary } from "#lib/connections/queries.ts";

/** What on the Overview needs a person: what cannot work, then what works badly, then events that wait for a try. */
export function attentionItems(
  home: string,
  connections: ConnectionSummary[],
  troubled: { dead: number; failed: number },
): AttentionItem[] {
  const ofStatus = (
    status: ConnectionSummary["status"],
    tone: "bad" | "warn",
    word: string,
  ): AttentionItem[] =>
    connections
      .filter((connection) => connection.status === status)
      .map((connection) => ({
        id: connection.id,
        tone,
        title: `${connection.displayName} ${word}`,
        reason: connection.statusReason ?? "The reason is not known.",
        since: connection.statusSince,
        href: `${home}/connections/${connection.id}`,
        action: "See what to do",
      }));

  return [
    ...ofStatus("broken", "bad", "is broken"),
    ...events(home, "dead", troubled.dead, "bad", "could not be worked off", "See them"),
    ...ofStatus("needs_attention", "warn", "needs attention"),
    ...events(home, "failed", troubled.failed, "warn", "failed and will be tried again", "See what failed"),
  ];
}

function events(
  home: string,
  status: "dead" | "failed",
  count: number,
  tone: "bad" | "warn",
  words: string,
  action: string,
): AttentionItem[] {
  if (count === 0) return [];
  const shown = count >= 100 ? "99+ events" : count === 1 ? "1 event" : `${count} events`;
  const reason =
    status === "dead"
      ? "Each is kept whole; nothing was lost."
      : "They are tried again by themselves; have a look if that goes on.";
  return [
    { id: status, tone, title: `${shown} ${words}`, reason, href: `${home}/events?status=${status}`, action },
  ];
}
