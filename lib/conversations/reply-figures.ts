import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { type FiguresScope, ofConnections } from "./figures-scope.ts";

/** How customers who wrote in the range were answered. One wait goes from their first unanswered message to the answer. */
export type ReplyFigures = {
  /** Waits that ended with an answer. */
  answered: number;
  /** Waits that go on. */
  unanswered: number;
  /** Seconds until the first answer, only those within opening hours; null when nothing was answered. */
  medianSeconds: number | null;
  p90Seconds: number | null;
  /** Waits answered within 24 hours by the clock, and those of which that can be said by now. */
  withinDay: number;
  decided: number;
};

type Row = ReplyFigures & {
  kind: number;
  connectionId: string | null;
  userId: string | null;
  name: string | null;
};

export const noReplies: ReplyFigures = {
  ...{ answered: 0, unanswered: 0, withinDay: 0, decided: 0 },
  ...{ medianSeconds: null, p90Seconds: null },
};

/** First answers: all together, by connection and by who gave them. */
export async function replyFigures(tx: Transaction, scope: FiguresScope, now: Date) {
  const { organizationId, from, to } = scope;
  const rows = await tx.execute<Row>(sql`
    with place as materialized (select time_zone from organizations where id = ${organizationId}),
    asked as materialized (
      select r.*, answered_at is not null as is_answered,
        coalesce(answered_at <= asked_at + interval '24 hours', false) as is_within_day
      from first_replies r
      where r.organization_id = ${organizationId} and ${ofConnections(scope, sql`r.connection_id`)}
        and r.asked_at >= (select ${from}::date::timestamp at time zone time_zone from place)
        and r.asked_at < (select (${to}::date + 1)::timestamp at time zone time_zone from place)),
    summed as (
      select grouping(connection_id, answered_by, is_answered) as kind, connection_id, answered_by,
        count(*) filter (where is_answered)::int as answered,
        count(*) filter (where not is_answered)::int as unanswered,
        count(*) filter (where is_within_day)::int as within_day,
        count(*) filter (where is_answered or asked_at <= ${now.toISOString()}::timestamptz - interval '24 hours')::int as decided,
        percentile_cont(0.5) within group (order by open_seconds) filter (where is_answered) as median,
        percentile_cont(0.9) within group (order by open_seconds) filter (where is_answered) as p90
      from asked group by grouping sets ((), (connection_id), (answered_by, is_answered)))
    select kind, connection_id as "connectionId", answered_by as "userId", coalesce(p.name, p.email) as name,
      answered, unanswered, within_day as "withinDay", decided, median as "medianSeconds", p90 as "p90Seconds"
    from summed left join profiles p on p.id = answered_by
    order by answered desc, name`);

  const all = rows.find(({ kind }) => kind === everything);
  return {
    all: all ? figuresIn(all) : noReplies,
    byConnection: new Map(
      rows.flatMap((row) =>
        row.kind === eachConnection && row.connectionId ? [[row.connectionId, figuresIn(row)] as const] : [],
      ),
    ),
    people: rows
      .filter(({ kind, answered }) => kind === eachPerson && answered > 0)
      .map((row) => ({ userId: row.userId, name: row.name, replies: figuresIn(row) })),
  };
}

// As `grouping` says it: a bit for each column that is not grouped by.
const everything = 0b111;
const eachConnection = 0b011;
const eachPerson = 0b100;

const figuresIn = (row: Row): ReplyFigures => ({
  answered: row.answered,
  unanswered: row.unanswered,
  medianSeconds: row.medianSeconds,
  p90Seconds: row.p90Seconds,
  withinDay: row.withinDay,
  decided: row.decided,
});
