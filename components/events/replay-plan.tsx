import type { LucideIcon } from "lucide-react";
import { Ban, CircleCheck, CircleDashed, Play, SearchX, Unplug, Users } from "lucide-react";
import type { ReplayPlan as Plan } from "#lib/webhooks/replay-plan.ts";
import { countWords } from "./count-words.ts";

/** The dry run in words: what will run, and why the others will not. */
export function ReplayPlan({ plan }: { plan: Plan }) {
  const { counts, takenBy, missing, isComplete } = plan;
  const atLeast = isComplete ? "" : "At least ";
  const takers = new Intl.ListFormat("en").format(takenBy);
  const lines: [LucideIcon, number, string][] = [
    [CircleCheck, counts.succeeded, "already succeeded and are skipped"],
    [CircleDashed, counts.waiting, "wait for their turn anyway and are skipped"],
    [Users, counts.taken, `are in a replay that ${takers} started, and run there`],
    [Unplug, counts.disconnected, "belong to a disconnected account and are skipped"],
    [Ban, counts.removed, "belong to an account that was removed and are skipped"],
    [SearchX, missing, "are not here any more"],
  ];

  return (
    <ul className="grid gap-2.5">
      <Line icon={Play} tone="text-accent">
        <span className="font-semibold">
          {atLeast}
          {countWords(counts.run)} will run
        </span>
      </Line>
      {lines
        .filter(([, count]) => count > 0)
        .map(([icon, count, words]) => (
          <Line key={words} icon={icon} tone="text-muted">
            {count.toLocaleString("en")} {count === 1 ? singular(words) : words}
          </Line>
        ))}
      {!isComplete && (
        <li className="text-muted text-sm">
          There are more than could be looked at just now. All that match are gone through.
        </li>
      )}
    </ul>
  );
}

const verbs: Record<string, string> = {
  are: "is",
  wait: "waits",
  belong: "belongs",
  their: "its",
  run: "runs",
};

function singular(words: string): string {
  return words.replace(/\b(are|wait|belong|their|run)\b/g, (word) => verbs[word] ?? word);
}

function Line({ icon: Icon, tone, children }: { icon: LucideIcon; tone: string; children: React.ReactNode }) {
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <span>{children}</span>
    </li>
  );
}
