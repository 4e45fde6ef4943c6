import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { splitEnvelope } from "#lib/providers/meta/split.ts";
import { recordDeliveries } from "#lib/webhooks/record.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { until } from "#tests/support/eventually.ts";
import { messageTo } from "#tests/support/meta-delivery.ts";

const connectionCount = 20;
const rounds = 25;
const poisonedRound = 12;

const workers = new Set<ChildProcess>();
afterEach(async () => {
  for (const worker of workers) {
    const gone = once(worker, "exit");
    worker.kill("SIGTERM");
    await gone;
  }
  workers.clear();
});

function startWorker() {
  const env = { ...process.env, LOG_LEVEL: "fatal", NODE_ENV: "production" as const };
  const args = ["--conditions=react-server", "lib/jobs/worker.ts"];
  workers.add(spawn(process.execPath, args, { env, stdio: ["ignore", "inherit", "inherit"] }));
}

test("two workers share many connections: each in its order, none held up by a stuck one or by an event that fails", async () => {
  const organization = await anOrganization();
  const pages = await Promise.all(Array.from({ length: connectionCount }, () => aConnection(organization)));
  // Stands in for an event that cannot be worked off: the real interpreters are made never to fail.
  await sql`alter table webhook_events add constraint poisoned check (summary not like '%poison%')`;
  startWorker();
  startWorker();
  await until(async () => (await sql`select from worker_heartbeats`).length === 2);

  const [stuck] = pages;
  const send = (round: number) => {
    const text = round === poisonedRound ? "poison" : `message ${round}`;
    const bodies = pages.map(({ externalId }) => messageTo(externalId, { text }));
    const events = splitEnvelope({ object: "page", entry: bodies.flatMap(({ entry }) => entry) });
    return recordDeliveries([{ events, verifiedWith: "meta", headers: {} }]);
  };
  const processedOf = async (isStuck: boolean) => {
    const [row] = await sql`
      select count(*)::int as count from webhook_events
      where status = 'processed' and (connection_id = ${stuck?.id ?? ""}) = ${isStuck}`;
    return row?.count;
  };

  await send(0);
  await until(
    async () => (await processedOf(true)) === 1 && (await processedOf(false)) === connectionCount - 1,
  );
  await send(1);
  // Whoever works off the first connection waits for this lock, as for a statement that hangs.
  await sql.begin(async (held) => {
    await held`select from webhook_events where connection_id = ${stuck?.id ?? ""} for update`;
    for (let round = 2; round < rounds; round += 1) await send(round);
    await until(async () => (await processedOf(false)) === (connectionCount - 1) * (rounds - 1));
  });
  await until(async () => (await processedOf(true)) === rounds - 1);

  const [books] = await sql`
    select count(*) filter (where status = 'failed')::int as failed,
      count(*) filter (where status = 'processed' and attempts = 1)::int as processed_at_once,
      bool_and(next_attempt_at - received_at > interval '10 seconds') filter (where status = 'failed') as waits,
      (select sum(count)::int from webhook_event_counts where status = 'processed') as counted,
      (select failures from webhook_problems) - sum(attempts) filter (where status = 'failed') as uncounted_failures,
      (select count(*) from webhook_attempts) - sum(attempts) as unwritten
    from webhook_events`;
  const good = connectionCount * (rounds - 1);
  expect(books).toEqual({
    failed: connectionCount,
    processed_at_once: good,
    waits: true,
    counted: good,
    uncounted_failures: "0",
    unwritten: "0",
  });
  const outOfOrder = await sql`
    select from (
      select a.started_at, lag(a.started_at) over (partition by e.connection_id order by e.received_at, e.id) as before
      from webhook_attempts a join webhook_events e on e.id = a.event_id
      where a.attempt = 1) tries
    where started_at < before`;
  expect(outOfOrder).toHaveLength(0);
}, 60_000);
