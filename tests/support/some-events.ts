import type { EventStatus } from "#lib/webhooks/event-filter.ts";
import { newEventIdentity } from "#lib/webhooks/event-identity.ts";
import { sql } from "#tests/support/database.ts";

type Wanted = {
  status?: EventStatus;
  attempts?: number;
  eventType?: string;
  minutesAgo?: number;
  payload?: object;
};

/** Events as they lie in the log, without anyone having sent them: their ids, in the order they were received. */
export async function someEvents(
  connection: { id: string; organizationId: string },
  count: number,
  { status = "dead", attempts = 8, eventType = "messages", minutesAgo = 0, payload = {} }: Wanted = {},
): Promise<string[]> {
  const events = Array.from({ length: count }, () => {
    const { id, receivedAt } = newEventIdentity();
    const at = receivedAt.getTime() - minutesAgo * 60_000;
    const moment = at.toString(16).padStart(12, "0");
    return {
      id: `${moment.slice(0, 8)}-${moment.slice(8)}${id.slice(13)}`,
      received_at: new Date(at).toISOString(),
      external_id: `event ${id}`,
    };
  });
  await sql`
    insert into webhook_events (id, received_at, provider, connection_id, organization_id, account_external_id,
      event_type, external_id, payload, payload_hash, verified_with, status, attempts)
    select id, received_at, 'facebook', ${connection.id}, ${connection.organizationId}, 'page', ${eventType},
      external_id, ${sql.json(payload as never)}, 'hash', 'meta', ${status}, ${attempts}
    from jsonb_to_recordset(${sql.json(events)}) as e (id uuid, received_at timestamptz, external_id text)`;
  return events.map(({ id }) => id);
}
