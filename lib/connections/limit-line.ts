import "server-only";
import { eq } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { ConnectProvider, HealthLine } from "#lib/providers/connect-contract.ts";
import type { Limit } from "#lib/providers/limits.ts";
import { limitLineId } from "./limit-line-id.ts";
import { toldInstant } from "./told-instant.ts";

const nearlySpentPercent = 80;

/** How much of what the platform allows is left, and whether calls wait because it asked for fewer. */
export async function limitLine(
  tx: Transaction,
  connectionId: string,
  { name }: Pick<ConnectProvider, "name">,
  { limit, now }: { limit: Limit | null; now: Date },
): Promise<HealthLine> {
  const line = { id: limitLineId, title: "Rate limit" };
  const [connection] = await tx
    .select({ until: connections.pausedUntil, reason: connections.pauseReason })
    .from(connections)
    .where(eq(connections.id, connectionId));

  if (connection?.until && connection.until > now) {
    const reason = `${connection.reason ?? ""} Background calls for this account wait until ${toldInstant(connection.until)}; others are not affected.`;
    return { ...line, verdict: "warn", reason: reason.trim() };
  }
  if (typeof limit?.percentUsed !== "number") {
    return { ...line, verdict: "good", reason: `${name} has not asked for fewer calls.` };
  }
  const percent = Math.round(limit.percentUsed);
  return percent >= nearlySpentPercent
    ? {
        ...line,
        verdict: "warn",
        reason: `${percent} % of what ${name} allows is used up. Calls slow down soon.`,
      }
    : { ...line, verdict: "good", reason: `${percent} % of what ${name} allows is used.` };
}
