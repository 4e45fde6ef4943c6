import { Users, Video } from "lucide-react";
import type { Route } from "next";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MeetingSummary } from "#lib/meetings/list-meetings.ts";
import { meetingLength, peopleWords } from "./length-words.ts";
import { MeetingBadge } from "./meeting-badge.tsx";
import type { MeetingClock } from "./meeting-clock.ts";

type MeetingRowProps = {
  slug: string;
  meeting: MeetingSummary;
  clock: MeetingClock;
  /** Where no heading says which day it is. */
  day?: string | undefined;
};

/** A meeting in a list: the whole row leads to it. */
export function MeetingRow({ slug, meeting, clock, day }: MeetingRowProps) {
  const { id, topic, phase, hostName, startsAt, people, present, recordings } = meeting;
  const length = phase === "live" ? null : meetingLength(meeting);
  const count = phase === "live" ? present : people;

  return (
    <li className="relative grid grid-cols-[3.5rem_1fr] gap-x-3 gap-y-1 px-4 py-3 hover:bg-sunken/60 sm:grid-cols-[4rem_1fr_auto] sm:px-5">
      <span className="tabular font-medium">{startsAt ? clock.timeOf(startsAt) : "Any"}</span>
      <div className="grid min-w-0 gap-0.5">
        <LinkOnIntent
          href={`/o/${slug}/meetings/${id}` as Route}
          className="font-medium [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
        >
          {topic || "Meeting without a topic"}
        </LinkOnIntent>
        <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-muted text-sm">
          {day && <span>{day}</span>}
          <span>{hostName}</span>
          {phase === "live" && startsAt && (
            <span>
              Began <Time value={startsAt} />
            </span>
          )}
          {length && <span>{length}</span>}
          {count !== null && count > 0 && (
            <span className="inline-flex items-center gap-1">
              <Users aria-hidden className="size-3.5" />
              {phase === "live" ? `${peopleWords(count)} in it` : peopleWords(count)}
            </span>
          )}
          {recordings > 0 && (
            <span className="inline-flex items-center gap-1">
              <Video aria-hidden className="size-3.5" />
              Recorded
            </span>
          )}
        </p>
      </div>
      {/* What the place in the list says already is not said again. */}
      {phase !== "planned" && phase !== "ended" && (
        <div className="col-start-2 sm:col-start-3">
          <MeetingBadge phase={phase} />
        </div>
      )}
    </li>
  );
}
