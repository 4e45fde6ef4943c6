import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ConnectionDetail } from "#lib/connections/queries.ts";
import { AccessLife } from "./access-life.tsx";
import { LastTime } from "./last-time.tsx";

/** What is known of a connection beside its health. */
export function ConnectionFacts({
  connection,
  providerName,
}: {
  connection: ConnectionDetail;
  providerName: string;
}) {
  return (
    <Card aria-labelledby="facts">
      <CardHeader id="facts" title="About this account" />
      <CardBody>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
          <dt className="text-muted">Id at {providerName}</dt>
          <dd className="flex items-center gap-1">
            <code className="truncate font-mono text-sm">{connection.externalId}</code>
            <CopyButton text={connection.externalId} label="Copy the id" />
          </dd>
          <dt className="text-muted">Connected</dt>
          <dd>
            <Time value={connection.connectedAt} /> by {connection.connectedBy ?? "someone who left"}
          </dd>
          {connection.status !== "disconnected" && (
            <>
              <dt className="text-muted">Access</dt>
              <dd>
                <AccessLife connection={connection} />
              </dd>
            </>
          )}
          <dt className="text-muted">Last event</dt>
          <dd>
            <LastTime value={connection.lastEventAt} never="None yet" />
          </dd>
        </dl>
      </CardBody>
    </Card>
  );
}
