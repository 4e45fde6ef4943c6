import "server-only";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Transaction } from "#lib/db/client.ts";
import type { DayFigure } from "#lib/providers/synchronization.ts";
import type { Place } from "./store-content.ts";

/**
 * Stores an account's figures by day, and tells how many were new or other than before: those alone are written. A day of
 * which nothing is told keeps what it has, which may be nothing.
 */
export async function storeFigures(
  tx: Transaction,
  { organizationId, connectionId }: Place,
  figures: readonly DayFigure[],
): Promise<number> {
  const latest = new Map(figures.map((figure) => [`${figure.date} ${figure.metric}`, figure]));
  if (latest.size === 0) return 0;

  const rows = [...latest.values()].map(({ date, metric, value, sourceMetric, breakdown = null }) => ({
    id: uuidv7(),
    date,
    metric,
    value,
    source: sourceMetric,
    breakdown,
  }));
  const written = await tx.execute(sql`
    insert into social_media_analytics
      (id, organization_id, connection_id, date, metric_type, metric_value, source_metric, breakdown)
    select told.id, ${organizationId}::uuid, ${connectionId}::uuid, told.date, told.metric, told.value, told.source,
      told.breakdown
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as told (
      id uuid, date date, metric text, value numeric(20, 2), source text, breakdown jsonb)
    left join social_media_analytics known
      on known.connection_id = ${connectionId}::uuid and known.date = told.date and known.metric_type = told.metric
    where known.id is null or (known.metric_value, known.source_metric) <> (told.value, told.source)
      or known.breakdown is distinct from told.breakdown
    order by told.date, told.metric
    on conflict (connection_id, date, metric_type) do update set
      (metric_value, source_metric, breakdown, fetched_at) =
        (excluded.metric_value, excluded.source_metric, excluded.breakdown, now())
    returning id`);
  return written.length;
}
