import { CircleAlert, CircleCheck, CircleDashed, CircleX, Copy, Inbox, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Time } from "#components/ui/time.tsx";
import { duration } from "./duration.ts";

export type TimelineEvent = {
  status: string;
  receivedAt: Date;
  occurredAt: Date | null;
  verifiedWith: string;
  nextAttemptAt: Date | null;
  processedAt: Date | null;
  duplicates: number;
  /** The newest twenty, in the order they were. */
  duplicateTimes: Date[];
  tries: {
    attempt: number;
    startedAt: Date;
    durationMs: number;
    outcome: string;
    errorMessage: string | null;
  }[];
};

/** What was done about an event, step by step. */
export function Timeline({ event }: { event: TimelineEvent }) {
  return (
    <ol className="grid gap-4">
      {event.occurredAt && (
        <Step icon={CircleDashed} title="Happened at the platform" at={event.occurredAt} />
      )}
      <Step icon={Inbox} title="Received" at={event.receivedAt} />
      <Step icon={ShieldCheck} tone="text-good" title="Signature verified">
        Signed with the secret “{event.verifiedWith}”. Stored and queued before the platform was answered.
      </Step>
      {event.tries.map((attempt) => (
        <Step
          key={attempt.attempt}
          icon={
            attempt.outcome === "processed" ? CircleCheck : attempt.outcome === "dead" ? CircleX : CircleAlert
          }
          tone={
            attempt.outcome === "processed"
              ? "text-good"
              : attempt.outcome === "dead"
                ? "text-bad"
                : "text-warn"
          }
          title={attemptTitle(attempt)}
          at={attempt.startedAt}
        >
          {attempt.errorMessage && (
            <p className="break-words font-mono text-bad text-sm">{attempt.errorMessage}</p>
          )}
          <p>Took {duration(attempt.durationMs)}.</p>
        </Step>
      ))}
      {event.status === "pending" && event.tries.length === 0 && (
        <Step icon={CircleDashed} title="Waiting to be worked off" />
      )}
      {event.nextAttemptAt && <Step icon={CircleDashed} title="Next attempt" at={event.nextAttemptAt} />}
      {event.duplicates > 0 && (
        <Step
          icon={Copy}
          title={event.duplicates === 1 ? "Came once more" : `Came ${event.duplicates} times more`}
          at={event.duplicateTimes.at(-1)}
        >
          Platforms repeat deliveries. It was stored and worked off once.
        </Step>
      )}
    </ol>
  );
}

function attemptTitle({ attempt, outcome }: { attempt: number; outcome: string }): string {
  if (outcome === "processed") return attempt === 1 ? "Processed" : `Processed at attempt ${attempt}`;
  if (outcome === "dead") return `Attempt ${attempt} failed, and it was the last`;
  return `Attempt ${attempt} failed`;
}

type StepProps = {
  icon: typeof Inbox;
  tone?: string;
  title: string;
  at?: Date;
  children?: ReactNode;
};

function Step({ icon: Icon, tone = "text-muted", title, at, children }: StepProps) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <Icon aria-hidden className={cn("mt-0.5 size-4", tone)} />
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-medium">{title}</span>
          {at && <Time value={at} show="exact" className="text-muted text-sm" />}
        </p>
        {children && <div className="text-muted">{children}</div>}
      </div>
    </li>
  );
}
