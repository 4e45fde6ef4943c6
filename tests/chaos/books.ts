import type { Sql } from "postgres";
import type { Ledger } from "./platform.ts";

/** What does not add up, each as the messages it is about; all empty when nothing was lost, doubled or mixed up. */
export type Imbalance = {
  lost: string[];
  storedTwice: string[];
  storedButNeverSent: string[];
  notProcessed: string[];
  notProcessedOnce: string[];
  outOfOrder: string[];
  countsThatDiffer: string[];
};

type Row = {
  mid: string;
  conversation: string;
  status: string;
  duplicates: number;
  processed: number;
  started_at: Date | null;
};

/** What is not promised over a crash: a repeat that came while its event was being worked off is counted afterwards. */
type Figures = { repeats: number; repeatsCounted: number };

/** Compares what the platform knows with what the organization's tables say. */
export async function balance(
  sql: Sql,
  organizationId: string,
  ledger: Ledger,
): Promise<{ imbalance: Imbalance; figures: Figures }> {
  const rows = await sql<Row[]>`
    select item #>> '{message,mid}' as mid, connection_id || ' ' || (item #>> '{sender,id}') as conversation,
      status, duplicates, tries.processed, tries.started_at
    from webhook_events e
    cross join lateral (select payload #> '{entry,0,messaging,0}' as item) as _
    cross join lateral (
      select count(*) filter (where outcome = 'processed')::int as processed,
        max(started_at) filter (where outcome = 'processed') as started_at
      from webhook_attempts where event_id = e.id and event_received_at = e.received_at
    ) as tries
    where organization_id = ${organizationId}
    order by received_at, id`;
  const [counted] = await sql<{ count: number }[]>`
    select coalesce(sum(count), 0)::int as count from webhook_event_counts
    where organization_id = ${organizationId} and status = 'processed'`;

  const byMid = Map.groupBy(rows, ({ mid }) => mid);
  const named = (some: Row[]) => some.map(({ mid }) => mid);
  const processed = rows.filter(({ status }) => status === "processed").length;

  const imbalance = {
    lost: [...ledger.acknowledged.keys()].filter((mid) => !byMid.has(mid)),
    storedTwice: [...byMid].filter(([, same]) => same.length > 1).map(([mid]) => mid),
    storedButNeverSent: named(rows.filter(({ mid }) => !ledger.sent.has(mid))),
    notProcessed: named(rows.filter(({ status }) => status !== "processed")),
    notProcessedOnce: named(rows.filter((row) => row.processed !== 1)),
    outOfOrder: [...Map.groupBy(rows, ({ conversation }) => conversation).values()].flatMap(outOfOrder),
    countsThatDiffer:
      counted?.count === processed ? [] : [`${counted?.count} counted, ${processed} processed`],
  };
  const sum = (numbers: number[]) => numbers.reduce((left, right) => left + right, 0);
  const figures = {
    repeats: sum([...ledger.acknowledged.values()].map((times) => times - 1)),
    repeatsCounted: sum(rows.map(({ duplicates }) => duplicates)),
  };
  return { imbalance, figures };
}

/** The messages of one conversation, as they were received, that were written or worked off before an earlier one. */
function outOfOrder(rows: Row[]): string[] {
  const number = ({ mid }: Row) => Number(mid.split("_").at(-1));
  const late = (at: number) => {
    const [before, row] = [rows[at - 1], rows[at]];
    if (!before || !row) return false;
    return number(row) < number(before) || (row.started_at ?? 0) < (before.started_at ?? 0);
  };
  return rows.filter((_, at) => late(at)).map(({ mid }) => mid);
}
