import { CircleCheck, CircleX, LoaderCircle } from "lucide-react";
import { Time } from "#components/ui/time.tsx";
import type { SyncRun } from "#lib/sync/find-sync.ts";

const looks = {
  done: { Icon: CircleCheck, style: "text-good", word: "Done" },
  failed: { Icon: CircleX, style: "text-bad", word: "Failed" },
  running: { Icon: LoaderCircle, style: "text-accent", word: "Running" },
};

const kinds: Record<string, string> = {
  first: "Everything, for the first time",
  whole: "Everything again",
  recent: "What may have changed",
};

/** One run: what it read, what of that was new, what it cost and what the platform did not tell. */
export function SyncRunLine({ run }: { run: SyncRun }) {
  const { Icon, style, word } = looks[run.status];

  return (
    <li className="grid gap-1 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="flex items-center gap-1.5 font-medium">
          <Icon aria-hidden className={`size-4 shrink-0 ${style}`} />
          <span className="sr-only">{word}: </span>
          {kinds[run.kind] ?? run.kind}
        </span>
        <Time value={run.startedAt} className="text-muted text-sm" />
      </div>
      <p className="tabular text-muted text-sm">{figuresOf(run)}</p>
      {run.error !== null && <p className="text-sm">{run.error}</p>}
      {run.notes.length > 0 && (
        <details className="text-sm">
          <summary className="min-h-6 cursor-pointer text-muted hover:text-ink">
            What the platform does not tell ({run.notes.length})
          </summary>
          <ul className="mt-1 grid list-disc gap-1 pl-5">
            {run.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function figuresOf({ items, changed, removed, calls, startedAt, finishedAt }: SyncRun): string {
  const seconds = finishedAt && Math.round((finishedAt.getTime() - startedAt.getTime()) / 1000);
  return [
    `${count(items)} read`,
    changed > 0 ? `${count(changed)} new or changed` : "nothing new",
    removed > 0 && `${count(removed)} removed`,
    `${count(calls)} ${calls === 1 ? "call" : "calls"}`,
    seconds !== null && took(seconds),
  ]
    .filter(Boolean)
    .join(" · ");
}

const count = (number: number) => number.toLocaleString("en");

function took(seconds: number): string {
  if (seconds < 1) return "under a second";
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
