import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";
import type { LatestCheck } from "#lib/connections/queries.ts";
import { ChecklistLine } from "./checklist-line.tsx";

type HealthChecklistProps = {
  check: LatestCheck | undefined;
  lastEventAt: Date | null;
};

/** What health means for this account, line by line, as of the last look. */
export function HealthChecklist({ check, lastEventAt }: HealthChecklistProps) {
  return (
    <Card aria-labelledby="health">
      <CardHeader
        id="health"
        title="Health"
        description={
          check ? (
            <>
              Last looked at <Time value={check.checkedAt} />.
            </>
          ) : (
            "Nobody has looked yet."
          )
        }
      />
      <CardBody>
        <ul className="grid gap-2.5">
          {(check?.lines ?? []).map((line) => (
            <ChecklistLine key={line.id} {...line} />
          ))}
          {/* Told as it is now: silence is no verdict, since a quiet week is normal for some accounts. */}
          <ChecklistLine
            verdict={lastEventAt ? "good" : "unknown"}
            word={lastEventAt ? "Good" : "Not yet"}
            title="Last event"
            reason={lastEventAt ? <Time value={lastEventAt} /> : "No event has come yet."}
          />
        </ul>
      </CardBody>
    </Card>
  );
}
