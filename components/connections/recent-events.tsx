import type { Route } from "next";
import type { ComponentProps } from "react";
import { EventStatus } from "#components/events/event-status.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";

type RecentEvent = {
  id: string;
  receivedAt: Date;
  /** Its kind in plain words. */
  label: string;
  summary: string | null;
  status: ComponentProps<typeof EventStatus>["status"];
};

type RecentEventsProps = {
  events: RecentEvent[];
  /** Where single events stand, and where all of this channel do. */
  eventsHref: string;
  allHref: string;
  /** Why there is none. */
  whyEmpty: string;
};

/** The last events of one connection. */
export function RecentEvents({ events, eventsHref, allHref, whyEmpty }: RecentEventsProps) {
  return (
    <Card aria-labelledby="recent-events">
      <CardHeader
        id="recent-events"
        title="Recent events"
        actions={<TextLink href={allHref as Route}>All events</TextLink>}
      />
      <CardBody>
        {events.length === 0 && <p className="text-muted">{whyEmpty}</p>}
        <ul className="divide-y divide-line">
          {events.map((event) => (
            <li key={event.id} className="flex items-start justify-between gap-4 py-2">
              <div className="grid min-w-0">
                <TextLink href={`${eventsHref}/${event.id}` as Route} className="truncate">
                  {event.summary ?? event.label}
                </TextLink>
                <span className="text-muted text-sm">
                  {event.summary !== null && `${event.label} · `}
                  <Time value={event.receivedAt} />
                </span>
              </div>
              <EventStatus status={event.status} />
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
