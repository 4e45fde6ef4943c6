import "server-only";
import { eq, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { log } from "#lib/log.ts";
import type { Answer, ProviderFault } from "#lib/providers/connect-contract.ts";
import { faultVerdict } from "#lib/providers/fault-verdict.ts";
import { breakConnection } from "./break-connection.ts";
import { scheduleRenewal } from "./schedule-renewal.ts";
import type { RenewedSecrets } from "./store-renewed.ts";
import { type StoredAccess, storedAccess } from "./stored-access.ts";

/**
 * What follows from a renewal, in a transaction after the one that held the secrets: the connection's row is never waited
 * for while they are locked. Returns the fault, if it was one.
 */
export async function afterRenewal(
  { connectionId, provider, version }: StoredAccess,
  answer: Answer<RenewedSecrets>,
): Promise<ProviderFault | null> {
  if (!answer.ok) {
    const { kind, sentence, nextStep, code, traceId } = answer.error;
    log().warn({ connectionId, provider: provider.id, kind, code, traceId }, "access not renewed");
    if (faultVerdict(kind) === "bad") await breakConnection(connectionId, version, `${sentence} ${nextStep}`);
    else await asSystem((tx) => reschedule(tx, connectionId));
    return answer.error;
  }

  const { accessExpiresAt, scopes } = answer.value;
  await asSystem(async (tx) => {
    const life = JSON.stringify({ accessExpiresAt: accessExpiresAt?.toISOString() ?? null });
    await tx
      .update(connections)
      .set({ scopes, details: sql`${connections.details} || ${life}::text::jsonb` })
      .where(eq(connections.id, connectionId));
    await reschedule(tx, connectionId);
  });
  return null;
}

async function reschedule(tx: Parameters<typeof scheduleRenewal>[0], connectionId: string): Promise<void> {
  const access = await storedAccess(tx, connectionId);
  if (access.ok) await scheduleRenewal(tx, connectionId, access.value.provider, access.value);
}
