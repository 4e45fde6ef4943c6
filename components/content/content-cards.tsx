import type { Route } from "next";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";
import type { ContentMetric } from "#lib/social/content-filter.ts";
import { type ContentRow, titleOf } from "./content-row.ts";
import { metricWords } from "./content-words.ts";
import { Count } from "./count.tsx";
import { PostLine } from "./post-line.tsx";
import { Thumbnail } from "./thumbnail.tsx";

/** Posts one below the other, for phones. */
export function ContentCards({ rows, metrics }: { rows: ContentRow[]; metrics: readonly ContentMetric[] }) {
  return (
    <ul aria-label="Posts" className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="relative grid gap-2.5 px-4 py-3">
          <div className="flex gap-3">
            <Thumbnail src={row.picture} alt={`Picture of the post “${titleOf(row).slice(0, 80)}”`} />
            <div className="grid min-w-0 content-start gap-1">
              <LinkOnIntent
                href={row.href as Route}
                className="line-clamp-2 wrap-anywhere font-medium after:absolute after:inset-0"
              >
                {titleOf(row)}
              </LinkOnIntent>
              <PostLine row={row} />
            </div>
          </div>
          <dl className="grid grid-cols-4 gap-x-3 gap-y-1.5 text-sm">
            {metrics.map((metric) => (
              <div key={metric} className="grid min-w-0">
                <dt className="truncate text-muted text-xs">{metricWords[metric]}</dt>
                <dd className="tabular">
                  <Count value={row[metric]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
