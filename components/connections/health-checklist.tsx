import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";
import type { LatestCheck } from "#lib/connections/queries.ts";
import { ChecklistLine } from "./checklist-line.tsx";

type HealthChecklistProps = {
  check: LatestCheck | undefined;
  lastEventAt: Date | null;
  /** What mends a line that setting the events up again would mend. */
  repair: ReactNode;
};

/** So many stand among the other lines; more would hide them. */
const fewPermissions = 3;

/** What health means for this account, line by line, as of the last look. */
export function HealthChecklist({ check, lastEventAt, repair }: HealthChecklistProps) {
  const lines = check?.lines ?? [];
  const allowed = lines.filter(({ id, verdict }) => id.startsWith("scope:") && verdict === "good");
  const folded = allowed.length > fewPermissions ? allowed : [];
  const shown = lines.filter((line) => !folded.includes(line));

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
          {shown.map((line) => (
            <ChecklistLine
              key={line.id}
              {...line}
              action={line.repair && line.verdict !== "good" ? repair : undefined}
            />
          ))}
          {folded.length > 0 && (
            <li>
              <details>
                <summary className="min-h-6 cursor-pointer font-medium">
                  <CircleCheck aria-hidden className="mr-2.5 inline size-4 align-text-bottom text-good" />
                  {folded.length} permissions are allowed
                </summary>
                <ul className="mt-2.5 grid gap-2.5 pl-6.5">
                  {folded.map((line) => (
                    <ChecklistLine key={line.id} {...line} />
                  ))}
                </ul>
              </details>
            </li>
          )}
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
