import { expect, test } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import { asUser } from "#lib/db/as-user.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { forgetGivenUp } from "#lib/jobs/forget-given-up.ts";
import { startHeartbeat } from "#lib/jobs/heartbeat.ts";
import { nextTurn } from "#lib/jobs/next-turn.ts";
import { releaseAbandoned } from "#lib/jobs/release-abandoned.ts";
import { schedule } from "#lib/jobs/schedule.ts";
import { runDueJobs } from "#lib/jobs/worker-once.ts";
import { metrics } from "#lib/operations/metrics.ts";
import { readiness } from "#lib/operations/readiness.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { maintainTables } from "#lib/webhooks/maintain-tables.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const jobs = () => sql`select key, payload, locked_by from graphile_worker._private_jobs order by id`;

test("a job is queued if its transaction commits, and not otherwise", async () => {
  const connectionId = crypto.randomUUID();
  await asSystem(async (tx) => {
    await enqueue(tx, "webhook-events.adopt", { connectionId }, { key: "rolled back" });
    throw new Error("no");
  }).catch(() => {});
  await asSystem((tx) => enqueue(tx, "webhook-events.adopt", { connectionId }, { key: "kept" }));

  expect(await jobs()).toMatchObject([{ key: "kept", payload: { connectionId } }]);
});

test("a signed-in person may cause a job and read none", async () => {
  const { viewer } = await anOrganization();
  const payload = { connectionId: crypto.randomUUID() };
  await asUser(viewer, (tx) => enqueue(tx, "webhook-events.adopt", payload, { key: "by a person" }));

  expect((await jobs()).map((job) => job.key)).toContain("by a person");
  const read = asUser(viewer, (tx) => tx.execute("select * from graphile_worker.jobs"));
  await expect(read).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("the clock's turn does what is due: events end processed, and the deployment is ready", async () => {
  const connection = await aConnection(await anOrganization());
  await receiver(metaWebhook)(metaRequest(messageTo(connection.externalId)));
  expect(await readiness()).toEqual({ database: true, migrations: true, worker: false });

  await runDueJobs();

  const events = await sql`select status from webhook_events where connection_id = ${connection.id}`;
  expect(events).toEqual([{ status: "processed" }]);
  expect(await readiness()).toEqual({ database: true, migrations: true, worker: true });
});

test("jobs of a worker that died are given to others; those of a living one are not", async () => {
  const stop = startHeartbeat("living");
  await sql`insert into worker_heartbeats values ('dead', now() - interval '5 minutes')`;
  for (const worker of ["dead", "living", "never seen"]) {
    await asSystem((tx) =>
      enqueue(
        tx,
        "webhook-events.adopt",
        { connectionId: crypto.randomUUID() },
        { key: `held by ${worker}` },
      ),
    );
    await sql`update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = ${worker}
      where key = ${`held by ${worker}`}`;
  }

  await releaseAbandoned();

  const held = (await jobs()).filter((job) => job.key?.startsWith("held by"));
  expect(held.map((job) => [job.key, job.locked_by])).toEqual([
    ["held by dead", null],
    ["held by living", "living"],
    ["held by never seen", null],
  ]);
  await stop();
  expect(await sql`select from worker_heartbeats where worker_id = 'living'`).toHaveLength(0);
});

test("a job that was given up is kept for a month to be looked at, and then forgotten", async () => {
  for (const [key, days] of [
    ["given up lately", 20],
    ["given up long ago", 40],
  ] as const) {
    const payload = { connectionId: crypto.randomUUID() };
    await asSystem((tx) => enqueue(tx, "webhook-events.adopt", payload, { key, maxAttempts: 1 }));
    await sql`update graphile_worker._private_jobs
      set attempts = 1, updated_at = now() - make_interval(days => ${days}) where key = ${key}`;
  }
  await forgetGivenUp();
  const kept = (await jobs()).map((job) => job.key);
  expect(kept).toContain("given up lately");
  expect(kept).not.toContain("given up long ago");
});

test("keys are remembered for more than eight days and then forgotten; coming weeks have their partitions", async () => {
  const remember = (key: string, days: number) => sql`
    insert into webhook_receipts (provider, external_id, event_id, received_at)
    values ('facebook', ${key}, gen_random_uuid(), now() - make_interval(days => ${days}))`;
  await Promise.all([remember("eight days", 8), remember("ten days", 10)]);
  await sql`insert into webhook_rejections values (now() - interval '40 days', 'meta', 'bad_signature', 1)`;
  const last = () => sql`select max(tablename) as name from pg_tables where schemaname = 'webhook_partitions'
    and tablename ~ '^webhook_events_\\d'`;
  const [before] = await last();
  await sql.unsafe(`drop table webhook_partitions.${before?.name}`);
  const week = before?.name.match(/\d{8}$/)?.[0];
  await sql`insert into webhook_events (id, received_at, provider, event_type, external_id, payload, payload_hash, verified_with)
    values (gen_random_uuid(), ${week}::text::date + interval '2 days', 'facebook', 'messages', 'early', '{}', 'h', 'meta')`;

  await maintainTables();

  expect(
    await sql`select tableoid::regclass::text as home from webhook_events where external_id = 'early'`,
  ).toEqual([{ home: `webhook_partitions.${before?.name}` }]);

  const keys = await sql`select external_id from webhook_receipts where external_id like '% days'`;
  expect(keys).toEqual([{ external_id: "eight days" }]);
  expect(await sql`select from webhook_rejections where minute < now() - interval '30 days'`).toHaveLength(0);
  expect(await last()).toEqual([before]);
});

test("the metrics are text that Prometheus reads, and count what is there", async () => {
  await aConnection(await anOrganization(), { status: "broken" });
  const text = await metrics();
  expect(text).toMatch(/^trunkline_connections\{provider="facebook",status="broken"\} 1$/m);
  for (const line of text.trimEnd().split("\n")) {
    expect(line).toMatch(/^(# (HELP|TYPE) trunkline_\w+ .+|trunkline_\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/);
  }
});

test("without a worker, a recurring job waits for its turn, keeps it, and is done once it has come", async () => {
  const later = schedule.find((item) => nextTurn(item, new Date()).getTime() > Date.now() + 5 * 60_000);
  const turn = () => sql`select run_at from graphile_worker.jobs where key = ${later?.task ?? ""}`;
  await sql`delete from graphile_worker._private_jobs`;
  await runDueJobs();
  const waiting = await turn();
  expect(waiting).toEqual([{ run_at: later && nextTurn(later, new Date()) }]);

  await sql`update graphile_worker._private_jobs set run_at = run_at + interval '1 minute' where key = ${later?.task ?? ""}`;
  const moved = await turn();
  await runDueJobs();
  expect(await turn()).toEqual(moved);

  await sql`update graphile_worker._private_jobs set run_at = now() where key = ${later?.task ?? ""}`;
  await runDueJobs();
  expect(await turn()).toEqual([]);
});

test("without a worker, whoever holds a job is seen alive while it does", async () => {
  const connection = await aConnection(await anOrganization());
  await receiver(metaWebhook)(metaRequest(messageTo(connection.externalId)));
  const holder = () => sql`
    select j.locked_by from graphile_worker._private_jobs j join worker_heartbeats h on h.worker_id = j.locked_by
    where j.payload ->> 'connectionId' = ${connection.id}`;

  let running: Promise<void> | undefined;
  await sql.begin(async (tx) => {
    await tx`select from webhook_events where connection_id = ${connection.id} for update`;
    running = runDueJobs();
    await eventually(async () => expect(await holder()).toHaveLength(1));
  });
  await running;
  expect(
    await sql`select worker_id from worker_heartbeats where seen_at > now() - interval '1 minute'`,
  ).toEqual([{ worker_id: "cron" }]);
});
