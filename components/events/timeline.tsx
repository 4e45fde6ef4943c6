import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  Inbox,
  ListOrdered,
  MessageSquareText,
  RotateCcw,
  ShieldCheck,
} from "lucide-react";
import type { Route } from "next";
import { TextLink } from "#components/ui/text-link.tsx";
import { duration } from "./duration.ts";
import { Repeats } from "./repeats.tsx";
import { TimelineStep } from "./timeline-step.tsx";

type Try = {
  attempt: number;
  startedAt: Date;
  durationMs: number;
  outcome: string;
  errorMessage: string | null;
};

export type TimelineEvent = {
  status: string;
  account: string;
  summary: string | null;
  receivedAt: Date;
  occurredAt: Date | null;
  verifiedWith: string;
  nextAttemptAt: Date | null;
  parkedFor: string | null;
  processedAt: Date | null;
  duplicates: number;
  /** The newest twenty, in the order they were. */
  duplicateTimes: Date[];
  tries: Try[];
};

type TimelineProps = {
  event: TimelineEvent;
  connectionHref?: string;
  meetingHref?: string;
  replayHref?: string;
};

/** What was done about an event, step by step. */
export function Timeline({ event, connectionHref, meetingHref, replayHref }: TimelineProps) {
  const isDone = event.status === "processed" || event.status === "ignored";

  return (
    <ol className="grid gap-4">
      {event.occurredAt && (
        <TimelineStep icon={CircleDashed} title="Happened at the platform" at={event.occurredAt} />
      )}
      <TimelineStep icon={Inbox} title="Received" at={event.receivedAt} />
      <TimelineStep icon={ShieldCheck} tone="text-good" title="Signature verified">
        Signed with the secret “{event.verifiedWith}”.
      </TimelineStep>
      <TimelineStep icon={CircleCheck} tone="text-good" title="Stored, then acknowledged">
        The platform was answered once the event was safe on disk.
      </TimelineStep>
      <TimelineStep icon={ListOrdered} title="Queued">
        Behind what {event.account} had told before.
      </TimelineStep>
      {event.tries.map((attempt) => (
        <Attempt key={attempt.attempt} attempt={attempt} />
      ))}
      {replayHref && (
        <TimelineStep icon={RotateCcw} title="Replayed">
          <TextLink href={replayHref as Route}>See the replay it was last part of</TextLink>
        </TimelineStep>
      )}
      {event.parkedFor && (
        <TimelineStep icon={CirclePause} tone="text-warn" title={waitsFor(event.parkedFor).title}>
          <p>{waitsFor(event.parkedFor).text}</p>
          {event.parkedFor === "connection" && connectionHref && (
            <TextLink href={connectionHref as Route}>See what mends it</TextLink>
          )}
        </TimelineStep>
      )}
      {event.status === "pending" && !event.parkedFor && (
        <TimelineStep icon={CircleDashed} title="Waiting for its turn" />
      )}
      {event.nextAttemptAt && (
        <TimelineStep
          icon={CircleDashed}
          title={event.parkedFor ? "Looked at again at the latest" : "Next attempt"}
          at={event.nextAttemptAt}
        />
      )}
      {isDone && event.summary && (
        <TimelineStep icon={MessageSquareText} title="What it produced" at={event.processedAt ?? undefined}>
          The sentence above, in the log of{" "}
          {connectionHref ? (
            <TextLink href={connectionHref as Route}>{event.account}</TextLink>
          ) : (
            event.account
          )}
          {meetingHref && (
            <>
              , and what is known of <TextLink href={meetingHref as Route}>the meeting</TextLink>
            </>
          )}
          .
        </TimelineStep>
      )}
      {event.duplicates > 0 && <Repeats count={event.duplicates} times={event.duplicateTimes} />}
    </ol>
  );
}

function Attempt({ attempt }: { attempt: Try }) {
  const { icon, tone, title } = outcomeOf(attempt);
  return (
    <TimelineStep icon={icon} tone={tone} title={title} at={attempt.startedAt}>
      {attempt.errorMessage && (
        <p className="break-words font-mono text-bad text-sm">{attempt.errorMessage}</p>
      )}
      <p>Took {duration(attempt.durationMs)}.</p>
    </TimelineStep>
  );
}

function outcomeOf({ attempt, outcome }: Try) {
  if (outcome === "processed") {
    const title = attempt === 1 ? "Processed" : `Processed at attempt ${attempt}`;
    return { icon: CircleCheck, tone: "text-good", title };
  }
  if (outcome === "ignored")
    return { icon: CircleCheck, tone: "text-muted", title: "Kept, but of a kind that is not known here yet" };
  if (outcome === "dead")
    return { icon: CircleX, tone: "text-bad", title: `Attempt ${attempt} failed, and it was the last` };
  return { icon: CircleAlert, tone: "text-warn", title: `Attempt ${attempt} failed` };
}

function waitsFor(parkedFor: string): { title: string; text: string } {
  return parkedFor === "connection"
    ? {
        title: "Waits for its connection",
        text: "What is left to do needs access that is gone. It goes on by itself once the connection is mended.",
      }
    : {
        title: "Waits for another event",
        text: "It speaks of a message that has not arrived yet. It goes on as soon as that one is here.",
      };
}
