import type { Route } from "next";
import { meetingClock } from "#components/meetings/meeting-clock.ts";
import { MeetingRow } from "#components/meetings/meeting-row.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";
import type { MeetingSummary } from "#lib/meetings/list-meetings.ts";

type NextMeetingsProps = { slug: string; meetings: MeetingSummary[]; timeZone: string };

/** What is on and what comes next; nothing where there is neither. */
export function NextMeetings({ slug, meetings, timeZone }: NextMeetingsProps) {
  if (meetings.length === 0) return null;
  const clock = meetingClock(timeZone);
  const now = new Date();

  return (
    <Card>
      <CardHeader
        title="Next meetings"
        actions={
          <LinkOnIntent
            href={`/o/${slug}/meetings` as Route}
            className="font-medium text-accent hover:underline"
          >
            All meetings
          </LinkOnIntent>
        }
      />
      <ul className="mt-2 divide-y divide-line">
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.id} {...{ slug, meeting, clock }} day={dayBefore(meeting)} />
        ))}
      </ul>
    </Card>
  );

  /** The list has no headings, so a day that is not today is named in its row. */
  function dayBefore({ startsAt }: MeetingSummary): string | undefined {
    const isToday = startsAt && clock.dayOf(startsAt) === clock.dayOf(now);
    return startsAt && !isToday ? clock.dayWords(startsAt, now) : undefined;
  }
}
