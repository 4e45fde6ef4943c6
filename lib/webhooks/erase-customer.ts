import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { forgetContact } from "#lib/conversations/forget-contact.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { type ErasableEvent, eraseEvents } from "./erase-events.ts";
import { eraseSearches } from "./erase-searches.ts";

const erasedAtOnce = 200;

/**
 * Erases what events of these platforms say of a person, whoever they were told to: every event that names the id loses its
 * payload, headers, words and index, and stays as one that happened. What was searched for by the id goes too, and when the
 * person waited for answers. An account that has this id is no customer, and its events are left. Safe to repeat and to
 * break off.
 */
export async function eraseCustomer(providers: readonly ProviderId[], externalUserId: string): Promise<void> {
  // What was tried is found by its index; what never was has none, and is no more than what waits.
  for (const isOfPerson of [indexed(externalUserId), waiting(externalUserId)]) {
    while ((await eraseSome(providers, externalUserId, isOfPerson)) === erasedAtOnce);
  }
  // Last, so that no event that is being worked off meanwhile brings it back.
  await asSystem(async (tx) => {
    await forgetContact(tx, providers, externalUserId);
    await eraseSearches(tx, externalUserId);
  });
}

function indexed(id: string): SQL {
  const lexeme = `'=${id.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
  return sql`search @@ lower(${lexeme}::text)::tsquery`;
}

function waiting(id: string): SQL {
  return sql`status = 'pending' and search is null and jsonb_path_exists(
    payload, '$.** ? (@ == $id || @ == $number)',
    jsonb_build_object('id', ${id}::text, 'number', case when ${id}::text ~ '^[0-9]+$' then (${id}::text)::numeric end))`;
}

function eraseSome(providers: readonly ProviderId[], id: string, isOfPerson: SQL): Promise<number> {
  return asSystem(async (tx) => {
    const events = await findEvents(tx, providers, id, isOfPerson);
    await eraseEvents(tx, id, events);
    const organizations = new Set(events.flatMap(({ organizationId }) => organizationId ?? []));
    for (const organizationId of [...organizations].sort()) {
      await notifyOrganization(tx, organizationId, "events");
    }
    return events.length;
  });
}

async function findEvents(tx: Transaction, providers: readonly ProviderId[], id: string, isOfPerson: SQL) {
  const rows = await tx.execute<ErasableEvent>(sql`
    select id, received_at::text as "receivedAt", organization_id as "organizationId", connection_id as "connectionId",
      provider, event_type as "eventType", external_id as "externalId", status
    from webhook_events
    where provider = any(${`{${providers.join(",")}}`}::provider[])
      and account_external_id is distinct from ${id} and ${isOfPerson}
    order by received_at, id limit ${erasedAtOnce}::int for update`);
  return [...rows];
}
