import pino from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import { asUser } from "#lib/db/as-user.ts";
import { withClient } from "#lib/db/client.ts";
import { runDueJobs } from "#lib/jobs/worker-once.ts";
import { log } from "#lib/log.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

// Without an escape or a line break in it, so that it stays findable wherever it ends up.
const secret = "my card is 4111-1111";
const receive = receiver(metaWebhook);
let lines = "";

beforeEach(() => {
  lines = "";
  log().level = "trace";
  const stream = Reflect.get(log(), pino.symbols.streamSym) as { write(line: string): void };
  vi.spyOn(stream, "write").mockImplementation((line) => {
    lines += line;
  });
});
afterEach(() => {
  log().level = "silent";
});

async function thrown(work: Promise<unknown>): Promise<Error & { cause?: Error }> {
  return work.then(
    () => Promise.reject(new Error("it should have been refused")),
    (reason) => reason,
  );
}

/** All that an error could tell anyone, hidden or not. */
const told = (error: Error): string =>
  Object.getOwnPropertyNames(error)
    .map((name) => {
      const value = Reflect.get(error, name);
      return value instanceof Error ? told(value) : `${name}: ${JSON.stringify(value)}`;
    })
    .join("\n");

test("a refused statement tells its code and constraint, and none of its values, whatever way it went", async () => {
  await sql`insert into webhook_rejections values (date_trunc('minute', now()), ${secret}, 'bad_signature', 1)`;
  const again = `insert into webhook_rejections values (date_trunc('minute', now()), '${secret}', 'bad_signature', 1)`;
  const { owner } = await anOrganization();

  const ways = [
    asSystem((tx) => tx.execute(again)),
    asSystem((tx) => tx.transaction((inner) => inner.execute(again))),
    withClient((client) => client.unsafe(again)),
  ];
  for (const error of await Promise.all(ways.map(thrown))) {
    expect(error.cause ?? error).toMatchObject({
      code: "23505",
      constraint_name: "webhook_rejections_pkey",
      message: expect.stringContaining("webhook_rejections_pkey"),
    });
    expect(told(error)).not.toContain(secret);
    expect(told(error)).toMatch(/\\n {4}at \S/);
  }

  const cast = await thrown(asUser(owner, (tx) => tx.execute(`select '${secret}'::uuid`)));
  expect(cast.cause).toMatchObject({ code: "22P02" });
  expect(told(cast)).not.toContain(secret);
});

test("a delivery that cannot be stored leaves no word of it in the log", async () => {
  await sql`alter table webhook_receipts add constraint nothing_today check (external_id = '') not valid`;
  try {
    expect((await receive(metaRequest(messageTo("4433221100", { text: secret })))).status).toBe(503);
  } finally {
    await sql`alter table webhook_receipts drop constraint nothing_today`;
  }
  expect(JSON.parse(lines)).toMatchObject({
    msg: "delivery not stored",
    err: { type: "PostgresError", errorCode: "23514", constraint: "nothing_today" },
  });
  expect(lines).not.toContain(secret);
});

test("a job that fails keeps and logs why, and no word of the customer it was for", async () => {
  const connection = await aConnection(await anOrganization());
  await receive(metaRequest(messageTo(connection.externalId, { text: secret })));
  await sql`alter table webhook_attempts add constraint nothing_today check (attempt < 0) not valid`;
  try {
    await runDueJobs();
  } finally {
    await sql`alter table webhook_attempts drop constraint nothing_today`;
  }
  // Not by its key: the sweep that runs beside it may have queued its successor under that.
  const [job] = await sql`
    select last_error from graphile_worker._private_jobs
    where payload ->> 'connectionId' = ${connection.id} and last_error is not null`;
  expect(job?.last_error).toContain("nothing_today");
  expect(job?.last_error).not.toContain(secret);
  expect(lines).toContain("nothing_today");
  expect(lines).not.toContain(secret);
});

test("an event that cannot be read is on record with what kind of error it was, not with what it quoted", async () => {
  const connection = await aConnection(await anOrganization());
  await receive(metaRequest(messageTo(connection.externalId)));
  await processPending(connection.id, () => ({
    label: () => "",
    interpret: () => ({ summary: JSON.parse(secret) }),
  }));
  const attempts = await sql`
    select a.error_message as attempt, e.error_message as event from webhook_attempts a
    join webhook_events e on e.id = a.event_id where e.connection_id = ${connection.id}`;
  expect(attempts).toEqual([{ attempt: "SyntaxError", event: "SyntaxError" }]);
});
