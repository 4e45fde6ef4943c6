import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { until } from "#tests/support/eventually.ts";
import { messageTo, metaDelivery } from "#tests/support/meta-delivery.ts";

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

const answers = (port: number) => async () =>
  (await fetch(`http://127.0.0.1:${port}/api/webhooks/meta`).catch(() => undefined))?.status === 403;

test("asked to stop, the app answers what it has begun, stores it, and ends by itself", async () => {
  const connection = await aConnection(await anOrganization());
  const port = await freePort();
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
