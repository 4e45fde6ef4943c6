import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { keptPlan } from "#lib/db/kept-plan.ts";
import type { Turn, Wait } from "./turns.ts";

type Place = { organizationId: string; connectionId: string };
export type KeptWait = Wait & { contact: string; openSeconds: number | null };

/** Writes down the last message of each side with each customer. */
export async function keepContacts(
  tx: Transaction,
  { organizationId, connectionId }: Place,
  told: ReadonlyMap<string, readonly Turn[]>,
): Promise<void> {
  if (told.size === 0) return;
  const rows = [...told].map(([contact, turns]) => ({
    contact,
    received: lastOf(turns, "received"),
    sent: lastOf(turns, "sent"),
  }));
  await tx.execute(sql`
    ${keptPlan} insert into message_contacts as known (connection_id, organization_id, contact, last_received_at, last_sent_at)
    select ${connectionId}::uuid, ${organizationId}::uuid, contact, received, sent
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as t (
      contact text, received timestamptz, sent timestamptz)
    on conflict (connection_id, contact) do update
    set last_received_at = greatest(known.last_received_at, excluded.last_received_at),
        last_sent_at = greatest(known.last_sent_at, excluded.last_sent_at)`);
}

function lastOf(turns: readonly Turn[], kind: Turn["kind"]): Date | null {
  const times = turns.filter((turn) => turn.kind === kind).map(({ at }) => at);
  return times.length === 0 ? null : new Date(Math.max(...times));
}

/** Writes down waits that are new or ended otherwise than was known. */
export async function keepWaits(
  tx: Transaction,
  { organizationId, connectionId }: Place,
  waits: readonly KeptWait[],
): Promise<void> {
  if (waits.length === 0) return;
  const rows = waits.map(({ contact, askedAt, answeredAt, openSeconds }) => ({
    id: waitId(connectionId, contact, askedAt),
    contact,
    asked_at: new Date(askedAt),
    answered_at: answeredAt === null ? null : new Date(answeredAt),
    open_seconds: openSeconds,
  }));
  await tx.execute(sql`
    ${keptPlan} insert into first_replies as known (id, organization_id, connection_id, contact, asked_at, answered_at, open_seconds)
    select id, ${organizationId}::uuid, ${connectionId}::uuid, contact, asked_at, answered_at, open_seconds
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as w (
      id uuid, contact text, asked_at timestamptz, answered_at timestamptz, open_seconds int)
    on conflict (id) do update set answered_at = excluded.answered_at, open_seconds = excluded.open_seconds`);
}

/** Takes back waits that were taken to begin when they did not. */
export async function dropWaits(
  tx: Transaction,
  { connectionId }: Place,
  waits: readonly { contact: string; askedAt: number }[],
): Promise<void> {
  if (waits.length === 0) return;
  const ids = waits.map(({ contact, askedAt }) => waitId(connectionId, contact, askedAt));
  await tx.execute(sql`delete from first_replies where id = any(${`{${ids.join(",")}}`}::uuid[])`);
}

/** The same for the same wait, so that it is found again without another index. */
function waitId(connectionId: string, contact: string, askedAt: number): string {
  const digest = createHash("sha256").update(`${connectionId}\n${askedAt}\n${contact}`).digest("hex");
  const [a, b, c, d, e] = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(13, 16),
    digest.slice(17, 20),
    digest.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
