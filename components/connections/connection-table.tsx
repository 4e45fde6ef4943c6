import type { Route } from "next";
import { Card } from "#components/ui/card.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ConnectionSummary } from "#lib/connections/queries.ts";
import { AccessLife } from "./access-life.tsx";
import { ConnectionStatus } from "./connection-status.tsx";
import { LastSync } from "./last-sync.tsx";
import { LastTime } from "./last-time.tsx";

type ConnectionListProps = { slug: string; connections: ConnectionSummary[] };

/** What is connected: a table to scan on wide screens, a card for each account on phones. */
export function ConnectionTable(props: ConnectionListProps) {
  return (
    <>
      <Card className="hidden md:block">
        <WideTable {...props} />
      </Card>
      <ul aria-label="Connected accounts" className="grid gap-3 md:hidden">
        {props.connections.map((connection) => (
          <li key={connection.id}>
            <PhoneCard slug={props.slug} connection={connection} />
          </li>
        ))}
      </ul>
    </>
  );
}

function WideTable({ slug, connections }: ConnectionListProps) {
  return (
    <Table label="Connected accounts">
      <TableHead>
        <tr>
          <ColumnHeader>Account</ColumnHeader>
          <ColumnHeader>Status</ColumnHeader>
          <ColumnHeader>Last event</ColumnHeader>
          <ColumnHeader>Access</ColumnHeader>
          <ColumnHeader>Last sync</ColumnHeader>
          <ColumnHeader>Connected by</ColumnHeader>
        </tr>
      </TableHead>
      <TableBody>
        {connections.map((connection) => (
          <TableRow key={connection.id} className="hover:bg-sunken/50">
            <TableCell>
              <Account slug={slug} connection={connection} />
            </TableCell>
            <TableCell className="max-w-sm">
              <Standing connection={connection} />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <LastTime value={connection.lastEventAt} never="None yet" />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <AccessLife connection={connection} />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <LastSync connection={connection} />
            </TableCell>
            <TableCell>
              {connection.connectedBy ?? <span className="text-muted">Someone who left</span>}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type OneConnection = { slug: string; connection: ConnectionSummary };

function PhoneCard({ slug, connection }: OneConnection) {
  return (
    <Card className="grid gap-3 p-4">
      <Account slug={slug} connection={connection} />
      <Standing connection={connection} />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted">Last event</dt>
        <dd>
          <LastTime value={connection.lastEventAt} never="None yet" />
        </dd>
        <dt className="text-muted">Access</dt>
        <dd>
          <AccessLife connection={connection} />
        </dd>
        <dt className="text-muted">Last sync</dt>
        <dd>
          <LastSync connection={connection} />
        </dd>
        <dt className="text-muted">Connected by</dt>
        <dd>{connection.connectedBy ?? "Someone who left"}</dd>
      </dl>
    </Card>
  );
}

function Account({ slug, connection }: OneConnection) {
  return (
    <div className="flex items-center gap-3">
      <ProviderMark provider={connection.provider} labelled />
      <div className="grid min-w-0">
        <TextLink href={`/o/${slug}/connections/${connection.id}` as Route}>
          {connection.displayName}
        </TextLink>
        {connection.username && <span className="truncate text-muted text-sm">@{connection.username}</span>}
      </div>
    </div>
  );
}

function Standing({ connection }: { connection: ConnectionSummary }) {
  return (
    <div className="grid justify-items-start gap-1">
      <ConnectionStatus status={connection.status} />
      {connection.statusReason && (
        <p className="text-sm">
          {connection.statusReason}{" "}
          <span className="text-muted">
            Since <Time value={connection.statusSince} />.
          </span>
        </p>
      )}
    </div>
  );
}
