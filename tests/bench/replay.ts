import postgres from "postgres";
import { uuidv7 } from "uuidv7";
import { demoAccount, demoOrganization } from "#drizzle/demo-account.ts";
import { signedInPages } from "./signed-in-pages.ts";
import { timesOf } from "./times-of.ts";
import { withStack } from "./with-stack.ts";

// Many events run again at once: how far it is can be seen, it can be stopped, and the pages stay as quick as before.
const events = 100_000;
const pages = ["", "/events", "/events?status=processed", "/events/replays"];
const idleRounds = 15;

await withStack(async ({ url, environment }) => {
  Object.assign(process.env, environment);
  const sql = postgres(environment.DATABASE_URL ?? "", { max: 2, onnotice: () => {} });
  const { startReplay } = await import("#lib/webhooks/start-replay.ts");
  const { cancelReplay } = await import("#lib/webhooks/cancel-replay.ts");
  const { findReplay } = await import("#lib/webhooks/find-replay.ts");
  const { closeDatabase } = await import("#lib/db/client.ts");
  const member = await demoOwner(sql);
  const connectionId = await deadEvents(sql, member.organizationId);
  const open = await signedInPages({ url, environment, ...demoAccount });
  const addresses = pages.map((page) => `/o/${demoOrganization.slug}${page}`);
  const selection = { query: `connection=${connectionId}` };

  await timesOf(() => open(addresses), 3);
  const idle = await timesOf(() => open(addresses), idleRounds);
  report("pages, idle", idle);

  const started = performance.now();
  const replayId = await startedBy(() =>
    startReplay(member, { id: uuidv7(), selection, includesProcessed: false }),
  );
  console.log(
    `dry run and start of ${events.toLocaleString("en")}: ${Math.round(performance.now() - started)} ms`,
  );
  const seen = new Set<number>();
  const busy = await timesOf(async () => {
    const took = await open(addresses);
    const replay = await findReplay(member, replayId);
    if (replay) seen.add(replay.processed);
    return replay?.status === "running" ? took : null;
  });
  const seconds = (performance.now() - started) / 1_000;
  const replay = await findReplay(member, replayId);
  report("pages, while it runs", busy);
  console.log(`p95 ${(busy.p95Ms / idle.p95Ms).toFixed(2)} × idle`);
  console.log(
    `replayed ${replay?.processed} of ${replay?.planned} in ${seconds.toFixed(1)} s, ${Math.round((replay?.processed ?? 0) / seconds)}/s; ${seen.size} different counts were seen`,
  );

  const again = await startedBy(() =>
    startReplay(member, { id: uuidv7(), selection, includesProcessed: true }),
  );
  while (((await findReplay(member, again))?.processed ?? 0) === 0) await pause();
  await cancelReplay(member, again);
  const cancelled = performance.now();
  const left = async () => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from webhook_events where connection_id = ${connectionId} and status = 'pending'`;
    return row?.count ?? 0;
  };
  const underWay = await left();
  while ((await left()) > 0) await pause();
  const stopped = await findReplay(member, again);
  console.log(
    `cancelled after ${stopped?.started}: the ${underWay} under way had run ${Math.round(performance.now() - cancelled)} ms later`,
  );
  await sql.end();
  await closeDatabase();
});

type Times = { count: number; medianMs: number; p95Ms: number };

function report(what: string, { count, medianMs, p95Ms }: Times): void {
  console.log(
    `${what.padEnd(22)} median ${Math.round(medianMs)} ms, p95 ${Math.round(p95Ms)} ms (${count} pages)`,
  );
}

async function startedBy(
  start: () => Promise<{ ok: true; value: { replayId: string } } | { ok: false; error: string }>,
): Promise<string> {
  const outcome = await start();
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value.replayId;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

async function demoOwner(sql: postgres.Sql) {
  const [row] = await sql<{ organizationId: string; userId: string; email: string }[]>`
    select o.id as "organizationId", p.id as "userId", p.email from organizations o
    join organization_members m on m.organization_id = o.id join profiles p on p.id = m.user_id
    where o.slug = ${demoOrganization.slug} and p.email = ${demoAccount.email}`;
  if (!row) throw new Error("the demo organization is not there");
  const { slug, name } = demoOrganization;
  return { ...row, organizationSlug: slug, organizationName: name, role: "owner" as const };
}

/** An account with so many events, none of which could be worked off. */
async function deadEvents(sql: postgres.Sql, organizationId: string): Promise<string> {
  const [connection] = await sql<{ id: string }[]>`
    insert into connections (organization_id, provider, external_id, display_name, status)
    values (${organizationId}, 'facebook', '104000000000098', 'Replay bench', 'healthy') returning id`;
  const connectionId = connection?.id ?? "";
  await sql`
    insert into webhook_events (id, received_at, provider, connection_id, organization_id, account_external_id,
      event_type, external_id, payload, payload_hash, verified_with, status, attempts, error_message)
    select (lpad(to_hex(ms), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
      to_timestamp(ms / 1000.0), 'facebook', ${connectionId}, ${organizationId}, '104000000000098', 'messages',
      'bench ' || n, jsonb_build_object('sender', jsonb_build_object('id', '65' || n % 500),
        'recipient', jsonb_build_object('id', '104000000000098'), 'timestamp', ms,
        'message', jsonb_build_object('mid', 'bench ' || n, 'text', 'Are you open on Sunday? I asked before: ' || n)),
      md5(n::text), 'meta', 'dead', 8, 'the handler was wrong'
    from generate_series(1, ${events}::int) n,
      lateral (select (extract(epoch from now()) * 1000)::bigint - (${events}::int - n) * 20 - 1000 as ms) at`;
  await sql`analyze webhook_events`;
  return connectionId;
}
