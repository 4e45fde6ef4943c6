import type { Route } from "next";
import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { duration } from "./duration.ts";
import type { EventRow } from "./event-row.ts";
import { EventStatus } from "./event-status.tsx";
import { RowBox } from "./row-box.tsx";
import type { Selection } from "./use-selection.ts";

type EventTableProps = {
  rows: EventRow[];
  /** How many of them are drawn. */
  drawn: number;
  /** Rows with a later id have just come in. */
  arrivedAfter: string;
  /** Given to those who may do something with the events they choose. */
  selection?: Selection;
};

/** Events in columns, for screens wide enough to scan. */
export function EventTable({ rows, drawn, arrivedAfter, selection }: EventTableProps) {
  const ids = rows.map(({ id }) => id);
  const chosenHere = selection ? ids.filter((id) => selection.chosen.has(id)).length : 0;

  return (
    <Table label="Events">
      <TableHead>
        <TableRow>
          {selection && (
            <ColumnHeader className="w-0 pr-0">
              <RowBox
                label="Choose all events on this page"
                checked={chosenHere === rows.length}
                partly={chosenHere > 0 && chosenHere < rows.length}
                onToggle={() => selection.toggleAll(ids)}
              />
            </ColumnHeader>
          )}
          <ColumnHeader>Status</ColumnHeader>
          <ColumnHeader>Received</ColumnHeader>
          <ColumnHeader>Account</ColumnHeader>
          <ColumnHeader>Type</ColumnHeader>
          <ColumnHeader>Summary</ColumnHeader>
          <ColumnHeader className="text-right">Attempts</ColumnHeader>
          <ColumnHeader className="text-right">Took</ColumnHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.slice(0, drawn).map((row) => (
          <TableRow
            key={row.id}
            className={cn(
              "relative focus-within:bg-sunken hover:bg-sunken",
              row.id > arrivedAfter && "animate-appear",
              selection?.chosen.has(row.id) && "bg-accent-soft",
            )}
          >
            {selection && (
              <TableCell className="w-0 pr-0">
                <RowBox
                  label={`Choose this event: ${row.label}`}
                  checked={selection.everything || selection.chosen.has(row.id)}
                  onToggle={(extend) => selection.toggle(row.id, ids, extend)}
                />
              </TableCell>
            )}
            <TableCell>
              <EventStatus status={row.status} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted">
              <Time value={row.receivedAt} />
            </TableCell>
            <TableCell>
              <span className="flex max-w-48 items-center gap-2">
                <ProviderMark provider={row.provider} size="small" labelled />
                <span className="truncate">{row.account}</span>
              </span>
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {/* The link's reach is the whole row, and its words are what the row is about. */}
              <Link
                href={row.href as Route}
                prefetch={false}
                scroll={false}
                data-list-link
                className="font-medium after:absolute after:inset-0"
              >
                {row.label}
              </Link>
              <span className="block font-mono text-muted text-xs">{row.eventType}</span>
            </TableCell>
            <TableCell className="w-full max-w-0">
              <span className="line-clamp-2 break-words">{row.summary}</span>
            </TableCell>
            <TableCell className="text-right text-muted">{row.attempts}</TableCell>
            <TableCell className="whitespace-nowrap text-right text-muted">
              {row.tookMs === null ? "–" : duration(row.tookMs)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
