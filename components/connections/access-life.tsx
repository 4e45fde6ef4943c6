import { Time } from "#components/ui/time.tsx";
import type { ConnectionSummary } from "#lib/connections/queries.ts";

type AccessLifeProps = {
  connection: Pick<ConnectionSummary, "status" | "accessExpiresAt">;
  /** Whether access to this platform is renewed without anyone. */
  renews: boolean;
};

/** How long the access lasts, in words. */
export function AccessLife({ connection, renews }: AccessLifeProps) {
  const { status, accessExpiresAt: expiresAt } = connection;

  if (status === "broken" || status === "disconnected") return "Ended";
  if (renews) return "Renews itself";
  if (expiresAt === null) return "Never expires";
  return (
    <>
      Expires <Time value={expiresAt} />
    </>
  );
}
