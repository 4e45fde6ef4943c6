import { createHash, randomInt, randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { newEventIdentity } from "#lib/webhooks/event-identity.ts";

const words = Array.from({ length: 20_000 }, (_, number) =>
  createHash("md5").update(`${number}`).digest("base64url"),
).map((digest) =>
  digest
    .replaceAll(/[^a-z]/gi, "")
    .toLowerCase()
    .slice(0, 3 + (digest.length % 7)),
);
const chunk = 2_000;

/** An organization with so many connected Pages, to which so many messages came that no worker has touched yet. */
export async function someMessages(
  sql: Sql,
  { connections, events }: { connections: number; events: number },
): Promise<string[]> {
  const slug = `bench-${randomUUID()}`;
  const rows = await sql<{ id: string; organization_id: string; external_id: string }[]>`
    with organization as (insert into organizations (name, slug) values ('Bench', ${slug}) returning id)
    insert into connections (organization_id, provider, external_id, display_name, status)
    select id, 'facebook', ${randomInt(1e12, 1e13 - 1)} || '-' || number, 'Bench', 'healthy'
    from organization, generate_series(1, ${connections}::int) number
    returning id, organization_id, external_id`;

  for (let made = 0; made < events; made += chunk) {
    const batch = Array.from({ length: Math.min(chunk, events - made) }, (_, index) => {
      const page = rows[(made + index) % rows.length];
      if (!page) throw new Error("no page was made");
      return message(page);
    });
    await sql`
      insert into webhook_events (id, received_at, provider, connection_id, organization_id, account_external_id,
        event_type, external_id, payload, payload_hash, verified_with, occurred_at)
      select id, received_at, 'facebook', connection_id, organization_id, account_external_id, 'messages', external_id,
        payload, 'none', 'meta', received_at
      from jsonb_to_recordset(${JSON.stringify(batch)}::text::jsonb) as m (
        id uuid, received_at timestamptz, connection_id uuid, organization_id uuid, account_external_id text,
        external_id text, payload jsonb)`;
  }
  await sql`analyze webhook_events`;
  return rows.map(({ id }) => id);
}

function message({
  id,
  organization_id,
  external_id,
}: {
  id: string;
  organization_id: string;
  external_id: string;
}) {
  const identity = newEventIdentity();
  const mid = `m_${randomUUID()}`;
  const text = Array.from({ length: 10 }, () => words[Math.floor(words.length * Math.random() ** 3)]).join(
    " ",
  );
  const timestamp = identity.receivedAt.getTime();
  const item = {
    sender: { id: `65${randomInt(1e10, 1e10 + 5_000)}` },
    recipient: { id: external_id },
    timestamp,
    message: { mid, text },
  };
  return {
    id: identity.id,
    received_at: identity.receivedAt,
    connection_id: id,
    organization_id,
    account_external_id: external_id,
    external_id: `${external_id}:messages:${mid}`,
    payload: { object: "page", entry: [{ id: external_id, time: timestamp, messaging: [item] }] },
  };
}
