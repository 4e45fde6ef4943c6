import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ConnectionDetail } from "#lib/connections/queries.ts";

/** Why a connection is not as it should be, since when, and the one thing that mends it. */
export function StatusNotice({ connection, mend }: { connection: ConnectionDetail; mend: ReactNode }) {
  const { status, statusReason, statusSince } = connection;

  if (status === "disconnected") {
    return (
      <Notice tone="idle" className="mb-4" title="Disconnected" actions={mend}>
        Since <Time value={statusSince} />. What came before is kept. Reconnect to receive new events here.
      </Notice>
    );
  }
  if (!statusReason || (status !== "broken" && status !== "needs_attention")) return null;
  return (
    <Notice tone={status === "broken" ? "bad" : "warn"} className="mb-4" title={statusReason} actions={mend}>
      Since <Time value={statusSince} />.
    </Notice>
  );
}
