import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaDelivery } from "#tests/support/meta-delivery.ts";

const events = 1_000;
const inFlight = 64;

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** One of the app's processes, as `npm start` runs it, against this test's database. */
function start(file: string, port: number): ChildProcess {
  const child = spawn(process.execPath, ["--conditions=react-server", file], {
    env: { ...process.env, PORT: String(port), NEXT_PORT: "9", LOG_LEVEL: "error", NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Tries again until it holds; the test's own timeout is the only clock. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 20));
}

const answers = (port: number) => async () =>
  (await fetch(`http://127.0.0.1:${port}/api/webhooks/meta`)).status === 403;

test("killed in the middle of a thousand deliveries, the app has every event it answered for, once, and works all off", async () => {
  const connection = await aConnection(await anOrganization());
  const port = await freePort();
  const app = () => [start("server.ts", port), start("lib/jobs/worker.ts", port)];
  let processes = app();
  await until(answers(port));

  const mids = Array.from({ length: events }, (_, number) => `m_${number}`);
  const answered = new Set<string>();
  let killing: Promise<unknown> | undefined;

  async function post(mid: string): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${port}/api/webhooks/meta`, {
      ...metaDelivery(messageTo(connection.externalId, { mid })),
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined);
    if (response?.status === 200) answered.add(mid);
    // In the middle, with a full hand of requests on their way.
    if (answered.size >= events / 3) killing ??= Promise.all(processes.map(kill));
  }

  const queue = [...mids];
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (let mid = queue.shift(); mid !== undefined && !killing; mid = queue.shift()) await post(mid);
    }),
  );
  await killing;
  expect(answered.size).toBeGreaterThanOrEqual(events / 3);
  expect(answered.size).toBeLessThan(events);

  const stored = await sql<{ external_id: string; count: number }[]>`
    select external_id, count(*)::int as count from webhook_events group by external_id`;
  const storedOnce = new Set(stored.filter((row) => row.count === 1).map((row) => row.external_id));
  const missing = [...answered].filter((mid) => !storedOnce.has(`${connection.externalId}:messages:${mid}`));
  expect(missing).toEqual([]);
  expect(stored.filter((row) => row.count !== 1)).toEqual([]);

  processes = app();
  await until(answers(port));
  // The platform sends again whatever it had no 200 for.
  const again = mids.filter((mid) => !answered.has(mid));
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (let mid = again.shift(); mid !== undefined; mid = again.shift()) await post(mid);
    }),
  );
  expect(answered.size).toBe(events);

  const counts = () => sql`
    select count(*)::int as events, count(distinct external_id)::int as keys,
      count(*) filter (where status = 'processed' and attempts = 1)::int as processed,
      (select count(*)::int from webhook_attempts) as attempts
    from webhook_events`;
  await until(async () => (await counts())[0]?.processed === events);
  expect(await counts()).toEqual([{ events, keys: events, processed: events, attempts: events }]);
}, 60_000);

test("asked to stop, the app answers what it has begun, stores it, and ends by itself", async () => {
  const connection = await aConnection(await anOrganization());
  const port = await freePort();
  // Those of the workers that were killed above.
  await sql`delete from worker_heartbeats`;
  const [front, worker] = [start("server.ts", port), start("lib/jobs/worker.ts", port)];
  await until(answers(port));
  await until(async () => (await sql`select from worker_heartbeats`).length > 0);

  await fetch(`http://127.0.0.1:${port}/api/webhooks/meta`, { method: "POST", body: "{}" });
  const odd = connect(port, "127.0.0.1");
  odd.write("TRACE /api/webhooks/meta HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  await odd.toArray();
  const posts = Array.from({ length: inFlight }, (_, number) =>
    fetch(`http://127.0.0.1:${port}/api/webhooks/meta`, {
      ...metaDelivery(messageTo(connection.externalId, { mid: `m_stop_${number}` })),
    }).then(
      (response) => response.status,
      () => "refused",
    ),
  );
  await Promise.race(posts);
  const gone = Promise.all([front, worker].map((child) => once(child, "exit")));
  for (const child of [front, worker]) child.kill("SIGTERM");

  const outcomes = await Promise.all(posts);
  expect(await gone).toEqual([
    [0, null],
    [0, null],
  ]);
  const [row] = await sql`
    select count(*)::int as count from webhook_events where external_id like '%m_stop_%'`;
  expect(row?.count).toBe(outcomes.filter((outcome) => outcome === 200).length);
  const refused = await sql`
    select reason, count from webhook_rejections where reason <> 'bad_handshake' order by reason`;
  expect(refused).toEqual([
    { reason: "missing_signature", count: 1 },
    { reason: "wrong_method", count: 1 },
  ]);
}, 30_000);

test("before it hears anyone, the front has made the coming weeks' partitions", async () => {
  const last = () => sql<{ name: string }[]>`select max(tablename) as name from pg_tables
    where schemaname = 'webhook_partitions' and tablename ~ '^webhook_events_\\d'`;
  const [before] = await last();
  await sql.unsafe(`drop table webhook_partitions.${before?.name}`);

  const port = await freePort();
  start("server.ts", port);
  await until(answers(port));

  expect(await last()).toEqual([before]);
});
