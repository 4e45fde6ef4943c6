import type { Route } from "next";
import { Card, CardBody } from "#components/ui/card.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/forms.ts";
import { ProblemActions } from "./problem-actions.tsx";
import { type ProblemStatus, problemStatusWords } from "./problem-status.ts";

export type Problem = {
  id: string;
  provider: string;
  /** The kind of event in plain words, and the platform's own word for it. */
  label: string;
  eventType: string;
  cause: string;
  status: ProblemStatus;
  /** Failed tries, not events. */
  failures: number;
  firstSeenAt: Date;
  lastSeenAt: Date;
  eventsHref: string;
};

type ProblemCardProps = {
  problem: Problem;
  /** Given to those who may take it up and run its events again. */
  change?: FormAction;
  replayHref?: string;
};

/** Failures of one cause: what fails, since when, and what can be done about it. */
export function ProblemCard({ problem, change, replayHref }: ProblemCardProps) {
  const { word, tone } = problemStatusWords[problem.status];

  return (
    <Card aria-labelledby={`${problem.id}-kind ${problem.id}`}>
      <CardBody className="grid gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusBadge tone={tone}>{word}</StatusBadge>
          {/* Two channels or types may fail of the same cause: together they are one of a kind. */}
          <span id={`${problem.id}-kind`} className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="inline-flex items-center gap-2">
              <ProviderMark provider={problem.provider} size="small" labelled />
              {problem.label}
            </span>
            <span className="font-mono text-muted text-sm">{problem.eventType}</span>
          </span>
        </div>
        <h2 id={problem.id} className="break-words font-medium">
          {problem.cause}
        </h2>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
          <span>{failedTries(problem.failures)}</span>
          <span>
            First seen <Time value={problem.firstSeenAt} />
          </span>
          <span>
            Last seen <Time value={problem.lastSeenAt} />
          </span>
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {change && <ProblemActions id={problem.id} status={problem.status} change={change} />}
          <TextLink href={problem.eventsHref as Route}>See its events</TextLink>
          {replayHref && <TextLink href={replayHref as Route}>Replay its events…</TextLink>}
        </div>
      </CardBody>
    </Card>
  );
}

const failedTries = (count: number) =>
  count === 1 ? "1 failed try" : `${count.toLocaleString("en")} failed tries`;
