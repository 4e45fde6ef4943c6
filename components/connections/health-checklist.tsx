import { CircleAlert, CircleCheck, CircleDashed, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";
import type { LatestCheck } from "#lib/connections/queries.ts";

const looks = {
  good: { Icon: CircleCheck, style: "text-good", word: "Good" },
  warn: { Icon: CircleAlert, style: "text-warn", word: "Needs attention" },
  bad: { Icon: CircleX, style: "text-bad", word: "Broken" },
  unknown: { Icon: CircleDashed, style: "text-idle", word: "Could not be checked" },
};

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

type LineProps = {
  verdict: LatestCheck["lines"][number]["verdict"];
  title: string;
  reason: ReactNode;
  word?: string;
};

function ChecklistLine({ verdict, title, reason, word = looks[verdict].word }: LineProps) {
  const { Icon, style } = looks[verdict];

  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${style}`} />
      <div className="grid min-w-0">
        <span className="font-medium">
          <span className="sr-only">{word}: </span>
          {title}
        </span>
        <span className="text-muted text-sm">{reason}</span>
      </div>
    </li>
  );
}
