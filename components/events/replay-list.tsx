import type { Route } from "next";
import { Card } from "#components/ui/card.tsx";
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Replay } from "#lib/webhooks/read-replays.ts";
import { countWords } from "./count-words.ts";
import { ReplaySelection, type SelectionWords } from "./replay-selection.tsx";
import { ReplayStatus } from "./replay-status.tsx";

export type ReplayRow = Pick<
  Replay,
  "id" | "status" | "requestedAt" | "requestedBy" | "started" | "planned" | "failed"
> & { href: string; selection: SelectionWords };

/** Replays, newest first. On phones each is a few lines of its own instead of a row of columns. */
export function ReplayList({ replays }: { replays: ReplayRow[] }) {
  return (
    <Card>
      <ul className="divide-y divide-line sm:hidden">
        {replays.map((replay) => (
          <li key={replay.id} className="grid gap-1 px-4 py-3">
            <p className="flex items-center justify-between gap-3">
              <Started replay={replay} />
              <ReplayStatus {...replay} />
            </p>
            <p>
              <ReplaySelection selection={replay.selection} />
            </p>
            <p className="text-muted text-sm">
              {result(replay)}, started by {replay.requestedBy ?? "a former member"}
            </p>
          </li>
        ))}
      </ul>
      <div className="hidden sm:block">
        <Table label="Replays">
          <TableHead>
            <TableRow>
              <ColumnHeader>Started</ColumnHeader>
              <ColumnHeader>Status</ColumnHeader>
              <ColumnHeader>Events</ColumnHeader>
              <ColumnHeader>Result</ColumnHeader>
              <ColumnHeader>By</ColumnHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {replays.map((replay) => (
              <TableRow key={replay.id}>
                <TableCell className="whitespace-nowrap">
                  <Started replay={replay} />
                </TableCell>
                <TableCell>
                  <ReplayStatus {...replay} />
                </TableCell>
                <TableCell className="w-full">
                  <ReplaySelection selection={replay.selection} />
                </TableCell>
                <TableCell className="tabular whitespace-nowrap">{result(replay)}</TableCell>
                <TableCell className="whitespace-nowrap">{replay.requestedBy ?? "A former member"}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Card>
  );
}

function Started({ replay }: { replay: ReplayRow }) {
  return (
    <TextLink href={replay.href as Route}>
      <Time value={replay.requestedAt} />
    </TextLink>
  );
}

function result({ status, started, planned, failed }: ReplayRow): string {
  if (status === "running") return `${started.toLocaleString("en")} of ${countWords(planned)} begun`;
  if (status === "cancelled") return `${started.toLocaleString("en")} of ${countWords(planned)} run`;
  return failed > 0
    ? `${countWords(started)} run, ${failed.toLocaleString("en")} failed`
    : `${countWords(started)} run`;
}
