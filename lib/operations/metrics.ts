import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";

type Sample = { labels?: Record<string, string>; value: number };
type Metric = { name: string; help: string; read: (tx: Transaction) => Promise<Sample[]> };

/** Everything measured, in Prometheus' text format. Each figure is read from an index or a small table. */
export function metrics(): Promise<string> {
  return asSystem(async (tx) => {
    const blocks: string[] = [];
    for (const { name, help, read } of catalog) {
      const lines = (await read(tx)).map(({ labels, value }) => `${name}${labelText(labels)} ${value}`);
      blocks.push([`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines].join("\n"));
    }
    return `${blocks.join("\n")}\n`;
  });
}

const catalog: Metric[] = [
  {
    name: "trunkline_webhook_events_received",
    help: "Events stored during the last five minutes.",
    read: (tx) =>
      one(
        tx,
        sql`select count(*) as value from webhook_receipts where received_at > now() - interval '5 minutes'`,
      ),
  },
  {
    name: "trunkline_webhook_events_waiting",
    help: "Events not processed yet, by status, counted to ten thousand.",
    read: (tx) => waiting(tx),
  },
  {
    name: "trunkline_webhook_event_oldest_pending_seconds",
    help: "How long the oldest pending event of a connection has waited.",
    read: (tx) =>
      one(
        tx,
        sql`select coalesce(extract(epoch from now() - min(received_at)), 0) as value from webhook_events
          where status in ('pending', 'failed') and status = 'pending' and connection_id is not null and received_at > now() - interval '8 days'`,
      ),
  },
  {
    name: "trunkline_webhook_rejections",
    help: "Webhook requests refused during the last hour, by sender and reason.",
    read: async (tx) => {
      const rows = await tx.execute<{ sender: string; reason: string; value: string }>(sql`
        select sender, reason, sum(count) as value from webhook_rejections
        where minute > now() - interval '1 hour' group by sender, reason order by sender, reason`);
      return rows.map(({ sender, reason, value }) => ({ labels: { sender, reason }, value: Number(value) }));
    },
  },
  {
    name: "trunkline_jobs_ready",
    help: "Jobs that could run now and do not.",
    read: (tx) =>
      one(
        tx,
        sql`select count(*) as value from graphile_worker.jobs
          where locked_at is null and run_at <= now() and attempts < max_attempts`,
      ),
  },
  {
    name: "trunkline_jobs_given_up",
    help: "Jobs that failed as often as they may.",
    read: (tx) =>
      one(
        tx,
        sql`select count(*) as value from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`,
      ),
  },
  {
    name: "trunkline_workers",
    help: "Workers seen during the last minute.",
    read: (tx) =>
      one(
        tx,
        sql`select count(*) as value from worker_heartbeats where seen_at > now() - interval '1 minute'`,
      ),
  },
  {
    name: "trunkline_connections",
    help: "Connected accounts by provider and status.",
    read: async (tx) => {
      const rows = await tx.execute<{ provider: string; status: string; value: string }>(sql`
        select provider, status, count(*) as value from connections group by provider, status order by 1, 2`);
      return rows.map(({ provider, status, value }) => ({
        labels: { provider, status },
        value: Number(value),
      }));
    },
  },
];

async function waiting(tx: Transaction): Promise<Sample[]> {
  const rows = await tx.execute<{ status: string; value: string }>(sql`
    select s.status, (
      select count(*) from (
        select from webhook_events e
        where e.status in ('pending', 'failed') and e.status = s.status and e.connection_id is not null limit 10000) as found) as value
    from unnest(array['pending', 'failed']::webhook_event_status[]) as s (status)`);
  return rows.map(({ status, value }) => ({ labels: { status }, value: Number(value) }));
}

async function one(tx: Transaction, query: ReturnType<typeof sql>): Promise<Sample[]> {
  const [row] = await tx.execute<{ value: string }>(query);
  return [{ value: Number(row?.value ?? 0) }];
}

function labelText(labels: Record<string, string> | undefined): string {
  if (!labels) return "";
  const escaped = (text: string) =>
    text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
  return `{${Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(",")}}`;
}
