import { beforeAll, expect, test } from "vitest";
import { deleteUserData } from "#lib/connections/delete-user-data.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { metaRequest } from "#tests/support/meta-delivery.ts";

const receive = receiver(metaWebhook);
const person = "7100000000000042";
const other = "7100000000000043";
let acme: Organization;
let globex: Organization;
beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
});

async function deliver(pageId: string, ...items: object[]) {
  const now = Date.now();
  const messaging = items.map((item) => ({ recipient: { id: pageId }, timestamp: now, ...item }));
  const body = { object: "page", entry: [{ id: pageId, time: now, messaging }] };
  expect((await receive(metaRequest(JSON.stringify(body)))).status).toBe(200);
}

const says = (id: string, text: string) => ({
  sender: { id },
  message: { mid: `m_${crypto.randomUUID()}`, text },
});
const reads = (id: string) => ({ sender: { id }, read: { watermark: Date.now() } });

/** Every text and every document in the tables of webhooks, as one long text. */
async function allThatIsSaid(): Promise<string> {
  const tables = await sql`
    select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname like 'webhook\\_%'`;
  expect(tables.length).toBeGreaterThan(8);
  const said = await Promise.all(
    tables.map(({ relname }) => sql`select to_jsonb(t)::text as said from ${sql(relname)} t`),
  );
  return said
    .flat()
    .map((row) => row.said)
    .join("\n");
}

const countsOf = (organization: Organization) => sql`
  select status, sum(count)::int as count from webhook_event_counts
  where organization_id = ${organization.id} and count > 0 group by 1 order by 1`;

async function erase() {
  await deleteUserData({ code: "none", externalUserId: person, requestedAt: new Date().toISOString() });
}

test("what events say of a customer who asked Meta to be forgotten is nowhere, and that they happened stays", async () => {
  const [page, elsewhere] = [await aConnection(acme), await aConnection(globex)];
  await deliver(
    page.externalId,
    says(person, "my secret birthday"),
    says(other, "my open birthday"),
    reads(person),
  );
  await deliver(page.externalId, {
    ...says(page.externalId, "answer to the secret"),
    recipient: { id: person },
  });
  await deliver(elsewhere.externalId, says(person, "a secret at Globex"));
  await processPending(page.id);
  await processPending(elsewhere.id);
  await sql`
    update webhook_events set status = 'dead', error_message = ${`no room for ${person}`}
    where event_type = 'message_reads' and organization_id = ${acme.id}`;
  await sql`update webhook_event_counts set status = 'dead' where event_type = 'message_reads'`;
  await sql`
    update webhook_attempts set error_message = ${`no room for ${person}`}
    where event_id in (select id from webhook_events where status = 'dead')`;
  // Not tried yet, and for a Page that no one has connected.
  await deliver(page.externalId, says(person, "a secret that waits"));
  await deliver("998800000000001", says(person, "a secret of nobody's"));
  await sql`
    insert into webhook_event_views (organization_id, created_by, name, query)
    values (${acme.id}, ${acme.owner.userId}, 'Ana', ${`range=7d&q=${person}`})`;
  await sql`
    insert into webhook_replays (organization_id, selection, planned)
    values (${acme.id}, ${sql.json({ query: `q=${person}` })}, 1)`;
  const before = await sql`select id from webhook_events order by id`;
  for (const word of [person, "secret"]) expect(await allThatIsSaid()).toContain(word);

  await erase();
  await erase();

  const left = await allThatIsSaid();
  for (const word of [person, "secret"]) expect(left).not.toContain(word);
  expect(left).toContain("my open birthday");
  expect(left).toContain(other);
  expect(await sql`select status from webhook_replays`).toMatchObject([{ status: "cancelled" }]);
  expect(await sql`select id from webhook_events order by id`).toEqual(before);
  const erased = await sql`
    select event_type, status, headers, summary, payload from webhook_events
    where organization_id = ${acme.id} and payload ? 'erased' order by id`;
  expect(erased).toHaveLength(4);
  expect(erased[0]).toEqual({
    event_type: "messages",
    status: "processed",
    headers: {},
    summary: "Erased on request",
    payload: { erased: true, kind: "messages" },
  });
  expect(await countsOf(acme)).toEqual([
    { status: "processed", count: 3 },
    { status: "ignored", count: 2 },
  ]);
  expect(await countsOf(globex)).toEqual([{ status: "processed", count: 1 }]);
});

test("what was erased while it waited is not worked off, and does not find its words again", async () => {
  const page = await aConnection(acme);
  await deliver(page.externalId, says(person, "one more secret"));
  await erase();
  await processPending(page.id);
  const events =
    await sql`select status, summary, attempts from webhook_events where connection_id = ${page.id}`;
  expect(events).toEqual([{ status: "ignored", summary: "Erased on request", attempts: 0 }]);
});

test("an account that has the id is no customer", async () => {
  const page = await aConnection(acme, { externalId: person });
  await deliver(page.externalId, says(other, "Are you open?"));
  await processPending(page.id);
  await erase();
  expect(await sql`select summary from webhook_events where connection_id = ${page.id}`).toEqual([
    { summary: expect.stringContaining("Are you open?") },
  ]);
});
