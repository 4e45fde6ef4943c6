import { Card } from "#components/ui/card.tsx";
import type { MeetingSummary } from "#lib/meetings/list-meetings.ts";
import type { MeetingClock } from "./meeting-clock.ts";
import { MeetingRow } from "./meeting-row.tsx";

type MeetingDaysProps = { slug: string; meetings: MeetingSummary[]; clock: MeetingClock; now: Date };

/** Meetings under the day on which they start, in the order given. */
export function MeetingDays({ slug, meetings, clock, now }: MeetingDaysProps) {
  const days = Map.groupBy(meetings, ({ startsAt }) => (startsAt ? clock.dayOf(startsAt) : ""));

  return [...days].map(([day, own]) => {
    const [first] = own;
    return (
      <MeetingGroup
        key={day}
        id={`day-${day}`}
        title={first?.startsAt ? clock.dayWords(first.startsAt, now) : "At any time"}
        {...{ slug, clock, meetings: own }}
      />
    );
  });
}

type MeetingGroupProps = Omit<MeetingDaysProps, "now"> & { id: string; title: string };

/** Meetings that belong together, under a heading. */
export function MeetingGroup({ id, title, meetings, ...place }: MeetingGroupProps) {
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      <Card>
        <ul className="divide-y divide-line">
          {meetings.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} {...place} />
          ))}
        </ul>
      </Card>
    </section>
  );
}
