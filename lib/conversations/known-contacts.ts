import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { keptPlan } from "#lib/db/kept-plan.ts";
import type { Turn } from "./turns.ts";

/** Where a conversation stands: the last message of each side, and since when the customer waits, in milliseconds. */
export type KnownContact = { lastReceived: number | null; lastSent: number | null; openSince: number | null };

const nobody: KnownContact = { lastReceived: null, lastSent: null, openSince: null };

/** Where the conversations with these customers stand; one that is not known stands nowhere. */
export async function knownContacts(
  tx: Transaction,
  connectionId: string,
  contacts: readonly string[],
): Promise<(contact: string) => KnownContact> {
  if (contacts.length === 0) return () => nobody;
  const rows = await tx.execute<KnownContact & { contact: string }>(sql`
    select ${keptPlan} c.contact, (extract(epoch from c.last_received_at) * 1000)::float8 as "lastReceived",
      (extract(epoch from c.last_sent_at) * 1000)::float8 as "lastSent",
      (extract(epoch from open.asked_at) * 1000)::float8 as "openSince"
    from message_contacts c left join lateral (
      select r.asked_at from first_replies r
      where r.connection_id = c.connection_id and r.contact = c.contact and r.answered_at is null
      order by r.asked_at desc limit 1) open on true
    where c.connection_id = ${connectionId}
      and c.contact in (select jsonb_array_elements_text(${JSON.stringify(contacts)}::text::jsonb))`);
  const known = new Map(rows.map(({ contact, ...rest }) => [contact, rest]));
  return (contact) => known.get(contact) ?? nobody;
}

/** The messages that are known from where a conversation stands. */
export function turnsOf({ lastReceived, lastSent, openSince }: KnownContact): Turn[] {
  const received = [openSince, lastReceived].flatMap((at) =>
    at === null ? [] : [{ kind: "received", at } as const],
  );
  return lastSent === null ? received : [...received, { kind: "sent", at: lastSent }];
}

const dayMs = 24 * 60 * 60_000;

/** Without what changes nothing: a message at the moment of the last one, or one more of those that wait already. */
export function withoutRepeats(
  { lastReceived, lastSent, openSince }: KnownContact,
  told: readonly Turn[],
): Turn[] {
  const isBriefWait = openSince !== null && lastReceived !== null && lastReceived - openSince <= dayMs;
  return told.filter(({ kind, at }) => {
    if (at === (kind === "received" ? lastReceived : lastSent)) return false;
    return !(kind === "received" && isBriefWait && at >= openSince && at <= lastReceived);
  });
}

/** Some of it was said before the last thing we knew of. */
export function isLate({ lastReceived, lastSent }: KnownContact, told: readonly Turn[]): boolean {
  const last = Math.max(lastReceived ?? Number.NEGATIVE_INFINITY, lastSent ?? Number.NEGATIVE_INFINITY);
  return told.some(({ at }) => at <= last);
}
