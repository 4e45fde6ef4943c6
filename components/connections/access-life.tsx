import { Time } from "#components/ui/time.tsx";
import type { ConnectionSummary } from "#lib/connections/queries.ts";

type AccessLifeProps = { connection: Pick<ConnectionSummary, "status" | "accessExpiresAt" | "renewsItself"> };

/** How long the access lasts, in words. */
export function AccessLife({ connection }: AccessLifeProps) {
  const { status, accessExpiresAt: expiresAt, renewsItself } = connection;

  if (status === "broken" || status === "disconnected") return "Ended";
  if (renewsItself) return "Renews itself";
  if (expiresAt === null) return "Never expires";
  return (
    <>
      Expires <Time value={expiresAt} />
    </>
  );
}
