import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { type FiguresScope, ofConnections } from "./figures-scope.ts";

export type MessageTotals = {
  received: number;
  sent: number;
  started: number;
  delivered: number;
  read: number;
  failed: number;
};

type Row = MessageTotals & {
  date: string | null;
  connectionId: string | null;
  provider: string | null;
  displayName: string | null;
};

/** Messages by day and by channel, from their daily counts. */
export async function messageFigures(tx: Transaction, scope: FiguresScope) {
  const { organizationId, from, to } = scope;
  const mine = ofConnections(scope, sql`c.connection_id`);

  const [rows, [first]] = await Promise.all([
    tx.execute<Row>(sql`
      with counted as materialized (
        select * from message_counts c
        where c.organization_id = ${organizationId} and c.date between ${from}::date and ${to}::date and ${mine}),
      summed as (
        select date, connection_id, sum(received)::int as received, sum(sent)::int as sent, sum(started)::int as started,
          sum(delivered)::int as delivered, sum(read)::int as read, sum(failed)::int as failed
        from counted group by grouping sets ((date), (connection_id)))
      select s.date::text as date, s.connection_id as "connectionId", a.provider, a.display_name as "displayName",
        s.received, s.sent, s.started, s.delivered, s.read, s.failed
      from summed s left join connections a on a.id = s.connection_id
      order by s.received + s.sent desc, a.display_name, s.connection_id`),
    tx.execute<{ since: string | null }>(sql`
      select min(c.date)::text as since from message_counts c where c.organization_id = ${organizationId} and ${mine}`),
  ]);

  const byDate = new Map(rows.flatMap((row) => (row.date ? [[row.date, row] as const] : [])));
  const days = datesOf(from, to).map((date) => {
    const { received, sent, started } = byDate.get(date) ?? { received: 0, sent: 0, started: 0 };
    return { date, received, sent, started };
  });
  return { days, channels: rows.flatMap(channelIn), since: first?.since ?? null };
}

function channelIn({ connectionId, provider, displayName, ...row }: Row) {
  if (!connectionId || !provider) return [];
  const { received, sent, started, delivered, read, failed } = row;
  const counts: MessageTotals = { received, sent, started, delivered, read, failed };
  return [{ connectionId, provider, displayName: displayName ?? "", counts }];
}

const dayMs = 24 * 60 * 60_000;

function datesOf(from: string, to: string): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const count = Math.max(0, Math.round((last - first) / dayMs) + 1);
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * dayMs).toISOString().slice(0, 10),
  );
}
