import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { countEvents, countTroubled, hasEvents } from "#lib/webhooks/count-events.ts";
import { countNewer } from "#lib/webhooks/count-newer.ts";
import { describeEvent } from "#lib/webhooks/describe-event.ts";
import { describeRow } from "#lib/webhooks/describe-row.ts";
import { findEvent } from "#lib/webhooks/find-event.ts";
import { listEvents } from "#lib/webhooks/list-events.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { recentEventKinds } from "#lib/webhooks/recent-event-kinds.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const receive = receiver(metaWebhook);

async function withEvents(count: number) {
  const organization = await anOrganization();
  const connection = await aConnection(organization);
  for (let number = 0; number < count; number += 1) {
    await receive(
      metaRequest(messageTo(connection.externalId, { mid: `m_${number}`, text: `number ${number}` })),
    );
  }
  return { organization, connection };
}

test("members see their organization's events and no one else's, whatever their role", async () => {
  const { organization: acme } = await withEvents(2);
  const globex = await anOrganization("Globex");

  for (const member of [acme.owner, acme.admin, acme.member, acme.viewer]) {
    expect((await listEvents(member, {})).events).toHaveLength(2);
    expect(await hasEvents(member)).toBe(true);
  }
  expect((await listEvents(globex.owner, {})).events).toEqual([]);
  expect(await hasEvents(globex.owner)).toBe(false);

  const [event] = (await listEvents(acme.owner, {})).events;
  expect(await findEvent(acme.viewer, event?.id ?? "")).toMatchObject({ id: event?.id });
  expect(await findEvent(globex.owner, event?.id ?? "")).toBeUndefined();
  // A stranger who claims to be a member of Acme: the policy decides, not the claim.
  const impostor = { ...acme.owner, userId: globex.owner.userId };
  expect((await listEvents(impostor, {})).events).toEqual([]);
  expect(await findEvent(impostor, event?.id ?? "")).toBeUndefined();
});

test("pages follow each other without a gap or a repeat, down and up again", async () => {
  const { organization, connection } = await withEvents(120);
  const down = [];
  let page = await listEvents(organization.owner, {});
  expect(page.newer).toBeUndefined();
  for (;;) {
    down.push(page.events.map((event) => event.id));
    if (!page.older) break;
    page = await listEvents(organization.owner, { before: page.older });
  }
  const all =
    await sql`select id from webhook_events where connection_id = ${connection.id} order by id desc`;
  expect(down.map((ids) => ids.length)).toEqual([50, 50, 20]);
  expect(down.flat()).toEqual(all.map((row) => row.id));

  const up = await listEvents(organization.owner, { after: page.newer ?? "" });
  expect(up.events.map((event) => event.id)).toEqual(down[1]);
  const top = await listEvents(organization.owner, { after: up.newer ?? "" });
  expect(top.events.map((event) => event.id)).toEqual(down[0]);
  expect(top.newer).toBeUndefined();
  expect(top.older).toBe(down[0]?.at(-1));
});

test("an event is told in its own words before a worker has come to it", async () => {
  const { organization, connection } = await withEvents(1);
  const told = async () => (await listEvents(organization.owner, {})).events.map(describeRow);

  const [fresh] = await told();
  const found = await findEvent(organization.owner, fresh?.id ?? "");
  expect(found && describeEvent(found).summary).toBe(fresh?.summary);
  await processPending(connection.id);
  const [workedOff] = await told();
  expect(fresh).toMatchObject({ status: "pending", summary: expect.stringContaining("number 0") });
  expect(workedOff).toMatchObject({ status: "processed", summary: fresh?.summary });
});

test("a large event is told when it has been worked off", async () => {
  const { organization } = await withEvents(1);
  const large = { entry: randomBytes(20_000).toString("base64") };
  await sql`update webhook_events set payload = ${sql.json(large)} where organization_id = ${organization.id}`;

  const [row] = (await listEvents(organization.owner, {})).events.map(describeRow);
  expect(row).toMatchObject({ status: "pending", summary: "Not worked off yet." });
});

test("filters leave what they name, alone and together", async () => {
  const { organization, connection } = await withEvents(3);
  await processPending(connection.id);
  const { events } = await listEvents(organization.owner, {});
  const [newest, , oldest] = events;
  // In the hourly counts too, as whoever changes an event's status does.
  await sql`
    with event as (
      update webhook_events set status = 'dead', event_type = 'feed' where id = ${newest?.id ?? ""}
      returning organization_id, date_trunc('hour', received_at, 'UTC') as hour, connection_id, provider, event_type, status),
    was as (
      update webhook_event_counts c set count = count - 1 from event e
      where (c.organization_id, c.hour, c.event_type, c.status) = (e.organization_id, e.hour, 'messages', 'processed'))
    insert into webhook_event_counts select *, 1 from event`;
  const idsFor = async (filter: Parameters<typeof listEvents>[1]) =>
    (await listEvents(organization.owner, filter)).events.map((event) => event.id);

  expect(await idsFor({ status: "dead" })).toEqual([newest?.id]);
  expect(await idsFor({ type: "feed", status: "dead", channel: "facebook", range: "1h" })).toEqual([
    newest?.id,
  ]);
  expect(await idsFor({ status: "processed" })).toHaveLength(2);
  expect(await idsFor({ channel: "zoom" })).toEqual([]);
  const tomorrow = new Date(Date.now() + 86_400_000);
  expect((await listEvents(organization.owner, { range: "1h" }, tomorrow)).events).toEqual([]);

  expect(await countNewer(organization.owner, {}, oldest?.id)).toBe(2);
  expect(await countNewer(organization.owner, { status: "processed" }, oldest?.id)).toBe(1);
  expect(await countNewer(organization.owner, {})).toBe(3);
  expect(await countTroubled(organization.owner)).toEqual({ dead: 1, failed: 0 });
  expect(await countEvents(organization.owner)).toEqual([
    { provider: "facebook", status: "processed", count: 2 },
    { provider: "facebook", status: "dead", count: 1 },
  ]);
  expect(await recentEventKinds(organization.owner)).toEqual([
    { provider: "facebook", eventType: "feed" },
    { provider: "facebook", eventType: "messages" },
  ]);
});

test("an event is found by its id with everything that was done about it; any other text finds nothing", async () => {
  const { organization, connection } = await withEvents(1);
  await processPending(connection.id);
  const [event] = (await listEvents(organization.owner, {})).events;

  expect(await findEvent(organization.owner, event?.id ?? "")).toMatchObject({
    accountName: connection.displayName,
    summary: "Message from a customer: “number 0”",
    verifiedWith: "meta",
    headers: { "content-type": "application/json" },
    tries: [{ attempt: 1, outcome: "processed", errorMessage: null }],
  });
  await receive(metaRequest(messageTo(connection.externalId, { mid: "m_0", text: "number 0" })));
  await receive(metaRequest(messageTo(connection.externalId, { mid: "m_0", text: "number 0" })));
  expect(await findEvent(organization.owner, event?.id ?? "")).toMatchObject({
    duplicates: 2,
    duplicateTimes: [expect.any(Date), expect.any(Date)],
    parkedFor: null,
    problemId: null,
    replayId: null,
  });
  for (const id of ["", "nonsense", crypto.randomUUID(), "ffffffff-ffff-7fff-bfff-ffffffffffff"]) {
    expect(await findEvent(organization.owner, id)).toBeUndefined();
  }
});
