import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ConnectionSync } from "#lib/sync/find-sync.ts";
import { SyncProgress } from "./sync-progress.tsx";
import { SyncRunLine } from "./sync-run-line.tsx";

type SyncCardProps = {
  sync: ConnectionSync;
  /** Not when it is broken or disconnected: then none is next. */
  isDue: boolean;
  /** Lets those who may choose how often; tells the others. */
  frequency: ReactNode;
};

/** What is read of an account, how far that is, and how the last times went. */
export function SyncCard({ sync, isDue, frequency }: SyncCardProps) {
  const running = sync.runs.find(({ status }) => status === "running");
  const past = sync.runs.filter((run) => run !== running);

  return (
    <Card aria-labelledby="sync">
      <CardHeader id="sync" title="Sync" description={`Reads ${sync.reads}.`} />
      <CardBody className="grid gap-4">
        {running && <SyncProgress run={running} />}
        {!running && isDue && sync.nextAt && (
          <p className="text-muted text-sm">
            Next <Time value={sync.nextAt} />.
          </p>
        )}
        {frequency}
        {past.length === 0 && !running && (
          <p className="text-muted">None has run yet. The first one begins by itself.</p>
        )}
        {past.length > 0 && (
          <ul aria-label="Past syncs" className="divide-y divide-line border-line border-t">
            {past.map((run) => (
              <SyncRunLine key={run.id} run={run} />
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
