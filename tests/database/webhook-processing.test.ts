import { expect, test } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import type { EventInterpreter } from "#lib/providers/contract.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { adoptEvents } from "#lib/webhooks/adopt.ts";
import { eventRows } from "#lib/webhooks/event-rows.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { sweep } from "#lib/webhooks/sweep.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const receive = receiver(metaWebhook);
const send = (page: string, options: Parameters<typeof messageTo>[1] = {}) =>
  receive(metaRequest(messageTo(page, options)));
const eventsOf = (connectionId: string) =>
  sql`select * from webhook_events where connection_id = ${connectionId} order by received_at, id`;
const attemptsOf = (connectionId: string) => sql`
  select a.* from webhook_attempts a join webhook_events e on e.id = a.event_id
  where e.connection_id = ${connectionId} order by a.attempt`;
const jobsFor = (connectionId: string) =>
  sql`select key, run_at from graphile_worker._private_jobs where key like ${`webhook-events.process:${connectionId}%`}`;

/** Stands in for a handler that fails on some events: the real one is made never to. */
const failingOn = (word: string) => (): EventInterpreter => {
  const real = interpreterFor("facebook");
  return {
    label: real.label,
    interpret(event) {
      if (JSON.stringify(event.payload).includes(word)) throw new Error(`cannot do ${word}`);
      return real.interpret(event);
    },
  };
};

test("an event ends processed, told in plain words, with its attempt on record", async () => {
  const organization = await anOrganization();
  const connection = await aConnection(organization);
  await send(connection.externalId, { text: "Are you open on Sunday?" });

  await processPending(connection.id);

  expect(await eventsOf(connection.id)).toMatchObject([
    {
      status: "processed",
      attempts: 1,
      summary: "Message from a customer: “Are you open on Sunday?”",
      processed_at: expect.any(Date),
      error_message: null,
      next_attempt_at: null,
    },
  ]);
  expect(await attemptsOf(connection.id)).toMatchObject([
    { attempt: 1, outcome: "processed", error_message: null, organization_id: organization.id },
  ]);
});

test("an event that came while someone wrote to its connection still counts as the last one", async () => {
  const connection = await aConnection(await anOrganization());
  const lastEventAt = async () =>
    (await sql`select last_event_at from connections where id = ${connection.id}`)[0]?.last_event_at;

  await sql.begin(async (tx) => {
    await tx`update connections set last_synced_at = now() where id = ${connection.id}`;
    expect((await send(connection.externalId)).status).toBe(200);
  });
  expect(await lastEventAt()).toBeNull();

  await processPending(connection.id);
  const [event] = await eventsOf(connection.id);
  expect(await lastEventAt()).toEqual(event?.received_at);
});

test("an event that fails is tried again later and holds up no other", async () => {
  const connection = await aConnection(await anOrganization());
  for (const text of ["first", "poison", "third"]) await send(connection.externalId, { text });

  const before = Date.now();
  await processPending(connection.id, failingOn("poison"));

  const [first, poison, third] = await eventsOf(connection.id);
  expect([first?.status, poison?.status, third?.status]).toEqual(["processed", "failed", "processed"]);
  expect(poison).toMatchObject({
    attempts: 1,
    error_message: "cannot do poison",
    summary: null,
    processed_at: null,
  });
  expect(poison?.next_attempt_at.getTime() - before).toBeGreaterThanOrEqual(10_000);

  const retry = (await jobsFor(connection.id)).find((job) => job.key.endsWith(":retry"));
  expect(retry?.run_at).toEqual(poison?.next_attempt_at);
});

test("what is not due yet is left alone", async () => {
  const connection = await aConnection(await anOrganization());
  await send(connection.externalId, { text: "poison" });
  await processPending(connection.id, failingOn("poison"));
  await processPending(connection.id, failingOn("poison"));
  expect(await eventsOf(connection.id)).toMatchObject([{ attempts: 1 }]);
});

test("after the eighth failure an event is dead; every try is on record with its error", async () => {
  const connection = await aConnection(await anOrganization());
  await send(connection.externalId, { text: "poison" });

  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const started = Date.now();
    await processPending(connection.id, failingOn("poison"));
    const [event] = await eventsOf(connection.id);
    if (event?.next_attempt_at) waits.push(Math.round((event.next_attempt_at.getTime() - started) / 1000));
    await sql`update webhook_events set next_attempt_at = now() - interval '1 second'
      where connection_id = ${connection.id} and next_attempt_at is not null`;
  }

  expect(waits).toEqual([10, 30, 120, 600, 3600, 21_600, 86_400]);
  expect(await eventsOf(connection.id)).toMatchObject([
    { status: "dead", attempts: 8, next_attempt_at: null },
  ]);
  const attempts = await attemptsOf(connection.id);
  expect(attempts.map((attempt) => attempt.outcome)).toEqual([...Array(7).fill("failed"), "dead"]);
  expect(attempts.every((attempt) => attempt.error_message === "cannot do poison")).toBe(true);
});

test("a job that has not begun is left as it is by what comes after; any other is queued again", async () => {
  const connection = await aConnection(await anOrganization());
  const key = `webhook-events.process:${connection.id}`;
  const jobs = () => sql`
    select id, revision, locked_at is not null as "isBegun", run_at <= now() as "isDue", attempts
    from graphile_worker._private_jobs where payload->>'connectionId' = ${connection.id} order by id`;
  await send(connection.externalId);
  const [queued] = await jobs();
  await send(connection.externalId);
  expect(await jobs()).toEqual([queued]);

  await sql`update graphile_worker._private_jobs set run_at = now() + interval '1 hour', attempts = 3 where key = ${key}`;
  await send(connection.externalId);
  expect(await jobs()).toMatchObject([{ id: queued?.id, isDue: true, attempts: 0 }]);

  await sql`update graphile_worker._private_jobs set attempts = max_attempts where key = ${key}`;
  await send(connection.externalId);
  expect(await jobs()).toMatchObject([{ isBegun: false }, { isBegun: false, attempts: 0 }]);

  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'someone' where key = ${key}`;
  await send(connection.externalId);
  expect(await jobs()).toMatchObject([{}, { isBegun: true }, { isBegun: false, isDue: true, attempts: 0 }]);
});

test("a job waits for the event that is just being stored and counts on it", async () => {
  const connection = await aConnection(await anOrganization());
  await send(connection.externalId);
  const events = splitEnvelope(messageTo(connection.externalId));
  const rows = eventRows([{ events, headers: {}, verifiedWith: "meta" }]);

  let job: Promise<void> | undefined;
  await sql.begin(async (tx) => {
    await tx`select * from private.record_webhook_events(${rows}::text::jsonb)`;
    job = processPending(connection.id);
    await eventually(async () =>
      expect(
        await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ).toHaveLength(1),
    );
  });

  await job;
  expect(await eventsOf(connection.id)).toMatchObject([{ status: "processed" }, { status: "processed" }]);
});

test("several workers on one connection do nothing twice and leave nothing", async () => {
  const connection = await aConnection(await anOrganization());
  await Promise.all(Array.from({ length: 500 }, () => send(connection.externalId)));

  await Promise.all(Array.from({ length: 4 }, () => processPending(connection.id)));

  const [counts] = await sql`
    select count(*)::int as events, count(*) filter (where status = 'processed' and attempts = 1)::int as once
    from webhook_events where connection_id = ${connection.id}`;
  expect(counts).toEqual({ events: 500, once: 500 });
  expect(await attemptsOf(connection.id)).toHaveLength(500);
});

test("work that is rolled back leaves the events as they were, and is done whole the next time", async () => {
  const organization = await anOrganization();
  const connection = await aConnection(organization);
  for (const text of ["one", "two"]) await send(connection.externalId, { text });
  // The batch's last statement fails, as when the process dies before the commit.
  const refuse = `alter table webhook_attempts add constraint refused check (organization_id <> '${organization.id}')`;
  await sql.unsafe(refuse);
  await expect(processPending(connection.id)).rejects.toThrow();
  expect(await eventsOf(connection.id)).toMatchObject([
    { status: "pending", attempts: 0 },
    { status: "pending", attempts: 0 },
  ]);

  await sql`alter table webhook_attempts drop constraint refused`;
  await processPending(connection.id);
  expect(await eventsOf(connection.id)).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
  expect(await attemptsOf(connection.id)).toHaveLength(2);
});

test("an error message that is cut through a sign, and a result the database refuses, cost no one else anything", async () => {
  const connection = await aConnection(await anOrganization());
  for (const text of ["first", "cut", "unstorable", "last"]) await send(connection.externalId, { text });
  const real = interpreterFor("facebook");
  const failing = (): EventInterpreter => ({
    ...real,
    interpret(event) {
      const payload = JSON.stringify(event.payload);
      if (payload.includes("cut")) throw new Error(`${"x".repeat(499)}👍`);
      return payload.includes("unstorable") ? { summary: "half \ud800" } : real.interpret(event);
    },
  });

  await processPending(connection.id, failing);

  expect(await eventsOf(connection.id)).toMatchObject([
    { status: "processed", attempts: 1 },
    { status: "failed", error_message: `${"x".repeat(499)}\ufffd` },
    { status: "failed", attempts: 1, error_message: expect.stringMatching(/could not be stored.*22P02/) },
    { status: "processed", attempts: 1 },
  ]);
  expect(await attemptsOf(connection.id)).toHaveLength(4);
});

test("a connection made later adopts what came before it, once, and the worker is woken", async () => {
  const organization = await anOrganization();
  const account = "77665544332211";
  await send(account, { text: "before" });

  const connection = await aConnection(organization, { externalId: account });
  const adoption = {
    provider: "facebook" as const,
    accountExternalId: account,
    connectionId: connection.id,
    organizationId: organization.id,
  };
  const [event] = await sql`select received_at from webhook_events where account_external_id = ${account}`;
  expect(await asSystem((tx) => adoptEvents(tx, adoption))).toBe(1);
  expect(await asSystem((tx) => adoptEvents(tx, adoption))).toBe(0);
  expect(await jobsFor(connection.id)).toHaveLength(1);
  const [adopter] = await sql`select last_event_at from connections where id = ${connection.id}`;
  expect(adopter?.last_event_at).toEqual(event?.received_at);

  await processPending(connection.id);
  expect(await eventsOf(connection.id)).toMatchObject([
    { status: "processed", organization_id: organization.id },
  ]);
});

test("adopting takes no event that another organization once had", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const first = await aConnection(acme);
  await send(first.externalId);
  await sql`delete from connections where id = ${first.id}`;

  const second = await aConnection(globex, { externalId: first.externalId });
  await asSystem((tx) =>
    adoptEvents(tx, {
      provider: "facebook",
      accountExternalId: first.externalId,
      connectionId: second.id,
      organizationId: globex.id,
    }),
  );
  expect(await eventsOf(second.id)).toEqual([]);
});

test("the sweep finds events whose job was lost, and strays of a connection just made", async () => {
  const organization = await anOrganization();
  const [lost, stray] = await Promise.all([aConnection(organization), aConnection(organization)]);
  await send(lost.externalId);
  await send(stray.externalId);
  await sql`delete from graphile_worker._private_jobs`;
  await sql`update webhook_events set connection_id = null, organization_id = null where connection_id = ${stray.id}`;

  await sweep();

  expect(await jobsFor(lost.id)).toHaveLength(1);
  expect(await jobsFor(stray.id)).toHaveLength(1);
  expect(await eventsOf(stray.id)).toHaveLength(1);
});
