import { CircleAlert, CircleCheck, CircleDashed, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import type { LatestCheck } from "#lib/connections/queries.ts";

const looks = {
  good: { Icon: CircleCheck, style: "text-good", word: "Good" },
  warn: { Icon: CircleAlert, style: "text-warn", word: "Needs attention" },
  bad: { Icon: CircleX, style: "text-bad", word: "Broken" },
  unknown: { Icon: CircleDashed, style: "text-idle", word: "Could not be checked" },
};

type ChecklistLineProps = {
  verdict: LatestCheck["lines"][number]["verdict"];
  title: string;
  reason: ReactNode;
  /** The verdict for people who do not see the icon, where its usual word does not fit. */
  word?: string;
  /** What mends it. */
  action?: ReactNode;
};

/** One line of a checklist: how it is, and why. */
export function ChecklistLine(props: ChecklistLineProps) {
  const { verdict, title, reason, word = looks[verdict].word, action } = props;
  const { Icon, style } = looks[verdict];

  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${style}`} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0">
          <span className="font-medium">
            <span className="sr-only">{word}: </span>
            {title}
          </span>
          <span className="text-muted text-sm">{reason}</span>
        </div>
        {action}
      </div>
    </li>
  );
}
