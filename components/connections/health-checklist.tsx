import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";
import type { LatestCheck } from "#lib/connections/queries.ts";
import { AllowedPermissions } from "./allowed-permissions.tsx";
import { ChecklistLine } from "./checklist-line.tsx";

/** So many stand among the other lines; more would hide them. */
const fewPermissions = 3;

type HealthChecklistProps = {
  check: LatestCheck | undefined;
  isBroken: boolean;
  lastEventAt: Date | null;
  /** Null for an account of which nothing is read. */
  sync: { lastSyncedAt: Date | null; error: string | null } | null;
  /** What mends a line that setting the events up again would mend. */
  repair: ReactNode;
};

/** What health means for this account, line by line, as of the last look. */
export function HealthChecklist({ check, isBroken, lastEventAt, sync, repair }: HealthChecklistProps) {
  const lines = check?.lines ?? [];
  const allowed = lines.filter(({ id, verdict }) => id.startsWith("scope:") && verdict === "good");
  // What the platform told us itself broke it after the last look, which knows nothing of it.
  const isOutdated = isBroken && !lines.some(({ verdict }) => verdict === "bad");
  const folded = allowed.length > fewPermissions ? allowed : [];

  return (
    <Card aria-labelledby="health">
      <CardHeader
        id="health"
        title="Health"
        description={
          check ? (
            <>
              Last looked at <Time value={check.checkedAt} />
              {isOutdated && ", before it broke"}.
            </>
          ) : (
            "Nobody has looked yet."
          )
        }
      />
      <CardBody>
        <ul className="grid gap-2.5">
          {lines
            .filter((line) => !folded.includes(line))
            .map((line) => (
              <ChecklistLine
                key={line.id}
                {...line}
                reason={
                  line.id === "events" && line.verdict === "good" ? sinceThen(lastEventAt, line) : line.reason
                }
                action={line.repair && line.verdict !== "good" ? repair : undefined}
              />
            ))}
          {sync && <SyncLine {...sync} />}
          {folded.length > 0 && <AllowedPermissions lines={folded} />}
        </ul>
      </CardBody>
    </Card>
  );
}

function SyncLine({ lastSyncedAt, error }: NonNullable<HealthChecklistProps["sync"]>) {
  const last = lastSyncedAt ? <Time value={lastSyncedAt} /> : "None has finished yet.";
  return error === null ? (
    <ChecklistLine
      verdict={lastSyncedAt ? "good" : "unknown"}
      word={lastSyncedAt ? "Good" : "Not yet"}
      title="Last sync"
      reason={last}
    />
  ) : (
    <ChecklistLine
      verdict="warn"
      title="Last sync"
      reason={
        <>
          {error} {lastSyncedAt && <>The last that went well: {last}.</>}
        </>
      }
    />
  );
}

/** Events come between two looks as well: what is well is told as it is now. */
function sinceThen(lastEventAt: Date | null, { reason }: { reason: string }) {
  if (!lastEventAt) return reason;
  return (
    <>
      The last one came <Time value={lastEventAt} />.
    </>
  );
}
