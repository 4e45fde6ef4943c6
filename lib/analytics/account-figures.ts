import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import type { MetricType } from "#lib/providers/synchronization.ts";
import { type Days, type Figure, figureOf } from "./figure.ts";
import { figureKinds } from "./figure-kinds.ts";
import { type AnalyticsRange, datesOf } from "./range.ts";

export type { Figure } from "./figure.ts";

/** `figures` has those of which something is known, in the range or in the days before it. */
export type AccountFigures = { dates: string[]; figures: Figure[] };

type Options = {
  range: AnalyticsRange;
  /** Only of these accounts; all of the organization's when left out. */
  connectionIds?: readonly string[];
};

/** In the order they are told. */
const metrics = Object.keys(figureKinds) as MetricType[];

type Row = {
  connection_id: string;
  metric: MetricType;
  is_gone: boolean;
  days: number[];
  found: number[];
  is_redefined: boolean;
};

/** What the platforms told of an organization's accounts: a figure a metric, for each day of a range and of the one before. */
export async function accountFigures(
  tx: Transaction,
  organizationId: string,
  { range, connectionIds }: Options,
): Promise<AccountFigures> {
  // Unsorted: each value says which day it is of, and sorting years of them would take longer than reading them.
  const rows = await tx.execute<Row>(sql`
    select figure.connection_id, figure.metric_type as metric, connection.status = 'disconnected' as is_gone,
      figure.days, figure.found, figure.is_redefined
    from (
      select connection_id, metric_type,
        array_agg(date - ${range.before.from}::date) as days, array_agg(metric_value::float8) as found,
        min(source_metric collate "C") <> max(source_metric collate "C") as is_redefined
      from social_media_analytics
      where organization_id = ${organizationId} and metric_type = any(${inBraces(metrics)}::text[])
        and date between ${range.before.from}::date and ${range.to}::date
        ${connectionIds ? sql`and connection_id = any(${inBraces(connectionIds)}::uuid[])` : sql``}
      group by connection_id, metric_type) as figure
    join connections connection on connection.id = figure.connection_id
    order by connection.connected_at, connection.id`);

  return {
    dates: datesOf(range),
    figures: metrics.flatMap((metric) => {
      const accounts = rows.filter((row) => row.metric === metric).map((row) => accountDays(row, range.days));
      return accounts.length > 0 ? [figureOf(metric, accounts, range.days)] : [];
    }),
  };
}

function accountDays(row: Row, length: number) {
  const all: Days = new Array(2 * length).fill(null);
  for (const [index, day] of row.days.entries()) all[day] = row.found[index] ?? null;
  return {
    connectionId: row.connection_id,
    isGone: row.is_gone,
    isRedefined: row.is_redefined,
    days: all.slice(length),
    beforeDays: all.slice(0, length),
  };
}

const inBraces = (words: readonly string[]) => `{${words.join(",")}}`;
