import { expect, test } from "vitest";
import { disconnect } from "#lib/connections/disconnect.ts";
import { eraseAccounts } from "#lib/connections/erase-accounts.ts";
import { findConnection } from "#lib/connections/queries.ts";
import { jobPayloads } from "#lib/jobs/payloads.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { deliver } from "#tests/support/made-up/delivery.ts";
import { aSignalConnection, signal } from "#tests/support/made-up/signal.ts";

/** A connection whose person removed the app at the platform, with the job that follows from it. */
async function removed() {
  const acme = await anOrganization();
  const { account, id } = await aSignalConnection(acme, signal.anAccount("Ana's shop"));
  for (const type of ["message", "goodbye"]) {
    await deliver(account.key, { account: account.id, type, id: crypto.randomUUID() });
  }
  await processPending(id);
  const [job] = await sql`
    select j.run_at, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
    where j.key = ${`connections.erase-accounts:signal:${account.id}`}`;
  const erase = () => eraseAccounts(jobPayloads["connections.erase-accounts"].parse(job?.payload));
  return { acme, account, id, job, erase };
}

const everythingAbout = (id: string) => sql`
  select to_jsonb(c) as row from connections c where id = ${id}
  union all select to_jsonb(e) from webhook_events e where connection_id = ${id}
  union all select to_jsonb(a) from audit_events a where target_id = ${id}
  union all select to_jsonb(h) from connection_checks h where connection_id = ${id}`;

test("what a removed account told us is erased in time, and only that it was done stays", async () => {
  const { acme, account, id, job, erase } = await removed();
  const days = ((job?.run_at.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(6);
  expect(days).toBeLessThan(10);

  await erase();
  await erase();
  const left = JSON.stringify(await everythingAbout(id));
  for (const word of [account.id, "Ana's shop"]) expect(left).not.toContain(word);
  expect(await findConnection(acme.viewer, id)).toMatchObject({
    status: "disconnected",
    displayName: "Former Signal account",
  });
  expect(
    await sql`select from audit_events where target_id = ${id} and action = 'connection.data_erased'`,
  ).toHaveLength(1);
});

test("a connection that was disconnected since is erased too", async () => {
  const { acme, account, id, erase } = await removed();
  await disconnect(acme.admin, id);
  await erase();
  expect(JSON.stringify(await everythingAbout(id))).not.toContain(account.id);
});

test("whoever came back, and everyone else, is left alone", async () => {
  const { acme, account, id, erase } = await removed();
  const other = await aSignalConnection(acme, signal.anAccount("Bo's shop"));
  await aSignalConnection(acme, account);
  await erase();

  expect(await findConnection(acme.viewer, id)).toMatchObject({
    status: "healthy",
    displayName: "Ana's shop",
  });
  expect(await findConnection(acme.viewer, other.id)).toMatchObject({ displayName: "Bo's shop" });
  expect(await sql`select from webhook_events where connection_id = ${id}`).toHaveLength(2);
});
