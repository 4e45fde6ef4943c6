import { beforeEach, expect, test } from "vitest";
import { announceStatus } from "#lib/connections/announce-status.ts";
import { findConnection } from "#lib/connections/queries.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { catchUp } from "#lib/webhooks/catch-up.ts";
import { catchUpAll } from "#lib/webhooks/catch-up-all.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { deliver } from "#tests/support/made-up/delivery.ts";
import { aSignalConnection, signal } from "#tests/support/made-up/signal.ts";

beforeEach(() => {
  signal.state.next = [];
  signal.state.missed = [];
});

async function connected() {
  const acme = await anOrganization();
  const { account, id } = await aSignalConnection(acme);
  const say = (type: string, eventId: string = crypto.randomUUID()) =>
    deliver(account.key, { account: account.id, type, id: eventId });
  return { acme, account, id, say, status: () => findConnection(acme.viewer, id) };
}

const eventsOf = (id: string) =>
  sql`select external_id, verified_with, duplicates, status, summary from webhook_events where connection_id = ${id} order by id`;

test("an event that says the grant was taken back breaks what rests on it, along with being told", async () => {
  const { id, say, status } = await connected();
  await say("goodbye");
  await processPending(id);

  expect(await status()).toMatchObject({
    status: "broken",
    statusReason: "The person who connected it removed this app at Signal. Reconnect it.",
  });
  expect(await sql`select from connection_credentials where connection_id = ${id}`).toHaveLength(0);
  expect(await eventsOf(id)).toMatchObject([{ status: "processed" }]);
});

test("the same event once more does nothing to what was connected since", async () => {
  const { acme, account, id, say, status } = await connected();
  await say("goodbye");
  await processPending(id);
  await aSignalConnection(acme, account);

  await sql`update webhook_events set status = 'pending' where connection_id = ${id}`;
  await processPending(id);
  expect((await status())?.status).toBe("healthy");
});

test("an effect that fails is tried again with its event, and holds up no other", async () => {
  const { id, say, status } = await connected();
  await sql.unsafe(`
    create function no_deletes() returns trigger language plpgsql as 'begin raise ''locked away''; end';
    create trigger no_deletes before delete on connection_credentials for each row execute function no_deletes()`);
  await say("goodbye");
  await say("message");
  await processPending(id);
  expect((await eventsOf(id)).map((event) => event.status)).toEqual(["failed", "processed"]);
  expect((await status())?.status).toBe("healthy");

  await sql`drop trigger no_deletes on connection_credentials`;
  await sql`update webhook_events set next_attempt_at = now() - interval '1 second' where connection_id = ${id}`;
  await processPending(id);
  expect((await status())?.status).toBe("broken");
});

test("what was missed is fetched, and what had come is neither stored nor counted again", async () => {
  const { id, say } = await connected();
  await say("message", `seen-${id}`);
  signal.state.missed = [
    { id: `seen-${id}`, at: new Date().toISOString() },
    { id: `missed-${id}`, at: new Date().toISOString() },
  ];
  await catchUp(id);
  await catchUp(id);

  expect(await eventsOf(id)).toMatchObject([
    { external_id: `seen-${id}`, verified_with: "signing-key", duplicates: 0 },
    { external_id: `missed-${id}`, verified_with: "api", duplicates: 0 },
  ]);
});

test("a no leaves the place where the next time begins", async () => {
  const { id } = await connected();
  const place = async () =>
    (await sql`select caught_up_at from connections where id = ${id}`)[0]?.caught_up_at;
  signal.state.next = [{ status: 404 }];
  await catchUp(id);
  expect(await place()).toBeNull();
  await catchUp(id);
  expect(await place()).toBeInstanceOf(Date);
});

test("catching up is queued for every live connection of a platform that tells, and at once for one that is mended", async () => {
  const { id } = await connected();
  const jobs = () =>
    sql`select run_at <= now() as now from graphile_worker.jobs where key = ${`connection.catch-up:${id}`}`;
  await sql`select graphile_worker.remove_job(${`connection.catch-up:${id}`})`;
  await catchUpAll();
  expect(await jobs()).toEqual([{ now: false }]);
  await asSystem((tx) => announceStatus(tx, id, { before: "broken", after: "healthy", since: new Date() }));
  expect(await jobs()).toEqual([{ now: true }]);
});
