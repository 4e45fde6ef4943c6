import { ScrollText } from "lucide-react";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { AuditEvent } from "#lib/audit/queries.ts";

/** Who did what, newest first. On phones each entry is a line of its own instead of a row of columns. */
export function AuditTable({ events }: { events: AuditEvent[] }) {
  if (events.length === 0) {
    return (
      <Card>
        <EmptyState icon={ScrollText} title="Nothing here yet">
          Sign-ins, connections and changes of settings are written down here as they happen.
        </EmptyState>
      </Card>
    );
  }

  return (
    <Card>
      <ul className="divide-y divide-line sm:hidden">
        {events.map((event) => (
          <li key={event.id} className="grid gap-0.5 px-4 py-3">
            <p>
              <span className="font-medium">{event.who}</span> {event.what}
            </p>
            <p className="text-muted text-sm">
              <Time value={event.createdAt} /> {event.from && <>from {event.from}</>}
            </p>
          </li>
        ))}
      </ul>
      <div className="hidden sm:block">
        <Table label="Audit log">
          <TableHead>
            <TableRow>
              <ColumnHeader>Who</ColumnHeader>
              <ColumnHeader>What</ColumnHeader>
              <ColumnHeader>When</ColumnHeader>
              <ColumnHeader>From</ColumnHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {events.map((event) => (
              <TableRow key={event.id}>
                <TableCell className="whitespace-nowrap font-medium">{event.who}</TableCell>
                <TableCell className="w-full">{event.what}</TableCell>
                <TableCell className="whitespace-nowrap text-muted">
                  <Time value={event.createdAt} />
                </TableCell>
                <TableCell className="whitespace-nowrap text-muted">{event.from}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Card>
  );
}
