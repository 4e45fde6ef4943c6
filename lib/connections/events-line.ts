import "server-only";
import { eq, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { HealthLine, Provider } from "#lib/providers/connect-contract.ts";
import { judgeSilence } from "./judge-silence.ts";
import { toldInstant } from "./told-instant.ts";

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** When the last event came, and whether the silence since is unusual for this very connection. */
export async function eventsLine(
  tx: Transaction,
  connectionId: string,
  { subscribe, pastedAddresses }: Pick<Provider, "subscribe" | "pastedAddresses">,
  now: Date,
): Promise<HealthLine> {
  const line = { id: "events", title: "Events arriving" };
  const [connection] = await tx
    .select({ last: connections.lastEventAt, connectedAt: connections.connectedAt })
    .from(connections)
    .where(eq(connections.id, connectionId));

  if (!connection?.last) {
    // Where a person has to set it up by hand, that nothing ever came means most likely that it was not.
    const isByHand = subscribe === null && pastedAddresses.length > 0;
    const age = now.getTime() - (connection?.connectedAt.getTime() ?? now.getTime());
    return isByHand && age > dayMs
      ? {
          ...line,
          verdict: "warn",
          reason: "None has arrived yet. Check that our webhook address is set at the platform.",
        }
      : { ...line, verdict: "good", reason: "None yet. The first one shows up here by itself." };
  }

  const last = toldInstant(connection.last);
  const silence = judgeSilence(await eventfulHours(tx, connectionId, now), connection.last, now);
  if (!silence.isUnusual) return { ...line, verdict: "good", reason: `The last one came at ${last}.` };
  return {
    ...line,
    verdict: "warn",
    reason: `The last one came at ${last}. That is unusual: in four weeks there were never more than ${hours(silence.longestGapHours)} without one. Send a message to the account to see whether it arrives.`,
  };
}

const hours = (count: number) => (count === 1 ? "an hour" : `${count} hours`);

/** The hours of the last 28 days in which something came. A look-up for each hour: cheap however many events there are. */
async function eventfulHours(tx: Transaction, connectionId: string, now: Date): Promise<Date[]> {
  const rows = await tx.execute<{ hour: string }>(sql`
    select hour::text from generate_series(
      date_trunc('hour', ${now.toISOString()}::timestamptz) - interval '28 days', ${now.toISOString()}::timestamptz, '1 hour') hour
    where exists (
      select from webhook_events
      where connection_id = ${connectionId}::uuid and received_at >= hour and received_at < hour + interval '1 hour')
    order by hour`);
  return rows.map(({ hour }) => new Date(hour));
}
