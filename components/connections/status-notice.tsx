import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ConnectionDetail } from "#lib/connections/queries.ts";

/** Why a connection is not as it should be, and since when. */
export function StatusNotice({ connection }: { connection: ConnectionDetail }) {
  const { status, statusReason, statusSince } = connection;

  if (status === "disconnected") {
    return (
      <Notice tone="idle" className="mb-4" title="Disconnected">
        Since <Time value={statusSince} />. What came before is kept. Reconnect to receive new events here.
      </Notice>
    );
  }
  if (!statusReason || (status !== "broken" && status !== "needs_attention")) return null;
  return (
    <Notice tone={status === "broken" ? "bad" : "warn"} className="mb-4" title={statusReason}>
      Since <Time value={statusSince} />.
    </Notice>
  );
}
