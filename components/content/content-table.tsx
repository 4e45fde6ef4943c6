import type { Route } from "next";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";
import { Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import type { ContentMetric } from "#lib/social/content-filter.ts";
import { type ContentRow, titleOf } from "./content-row.ts";
import { Count } from "./count.tsx";
import { PostLine } from "./post-line.tsx";
import { SortHeader, type SortLink } from "./sort-header.tsx";
import { Thumbnail } from "./thumbnail.tsx";

type ContentTableProps = {
  rows: ContentRow[];
  published: SortLink;
  metrics: (SortLink & { metric: ContentMetric })[];
};

/** Posts in columns, each of which the list can be ordered by. */
export function ContentTable({ rows, published, metrics }: ContentTableProps) {
  return (
    <Table label="Posts">
      <TableHead>
        <TableRow>
          <SortHeader {...published} className="w-full" />
          {metrics.map(({ metric, ...link }) => (
            <SortHeader key={metric} {...link} className="text-right" />
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id} className="relative focus-within:bg-sunken/60 hover:bg-sunken/60">
            <TableCell className="min-w-72">
              <span className="flex gap-3">
                <Thumbnail src={row.picture} alt={`Picture of the post “${titleOf(row).slice(0, 80)}”`} />
                <span className="grid min-w-0 content-start gap-1">
                  <LinkOnIntent
                    href={row.href as Route}
                    data-list-link
                    className="line-clamp-2 wrap-anywhere font-medium after:absolute after:inset-0"
                  >
                    {titleOf(row)}
                  </LinkOnIntent>
                  <PostLine row={row} />
                </span>
              </span>
            </TableCell>
            {metrics.map(({ metric }) => (
              <TableCell key={metric} className="whitespace-nowrap text-right">
                <Count value={row[metric]} />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
