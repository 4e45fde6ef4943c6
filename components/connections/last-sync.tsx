import type { ConnectionSummary } from "#lib/connections/queries.ts";
import { LastTime } from "./last-time.tsx";

/** When an account was last read; of some nothing is. */
export function LastSync({ connection }: { connection: ConnectionSummary }) {
  if (!connection.isSynced) return <span className="text-muted">Comes as events</span>;
  return <LastTime value={connection.lastSyncedAt} never="Not yet" />;
}
