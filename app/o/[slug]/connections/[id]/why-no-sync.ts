import type { ConnectionDetail } from "#lib/connections/queries.ts";
import type { ConnectionSync } from "#lib/sync/find-sync.ts";

/** Why this person cannot have the account read now; nothing when they can. */
export function whyNoSync(
  { status }: ConnectionDetail,
  sync: ConnectionSync,
  isAdmin: boolean,
): string | undefined {
  if (!isAdmin) return "Only owners and admins can sync.";
  if (status === "broken") return "Reconnect it first.";
  return sync.runs.some((run) => run.status === "running") ? "A sync is under way." : undefined;
}
