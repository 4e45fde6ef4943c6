import type { Route } from "next";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { StatusBadge, type StatusTone } from "#components/ui/status-badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";

type RecentEvent = {
  id: string;
  receivedAt: Date;
  eventType: string;
  summary: string | null;
  status: "pending" | "processed" | "failed" | "dead" | "ignored";
};

const looks: Record<RecentEvent["status"], { tone: StatusTone; word: string }> = {
  pending: { tone: "busy", word: "Pending" },
  processed: { tone: "good", word: "Processed" },
  failed: { tone: "warn", word: "Failed, tried again" },
  dead: { tone: "bad", word: "Given up" },
  ignored: { tone: "idle", word: "Ignored" },
};

/** The last events of one connection. */
export function RecentEvents({ slug, events }: { slug: string; events: RecentEvent[] }) {
  return (
    <Card aria-labelledby="recent-events">
      <CardHeader
        id="recent-events"
        title="Recent events"
        actions={<TextLink href={`/o/${slug}/events` as Route}>All events</TextLink>}
      />
      <CardBody>
        {events.length === 0 && (
          <p className="text-muted">No event has come yet. It appears here by itself.</p>
        )}
        <ul className="divide-y divide-line">
          {events.map((event) => (
            <li key={event.id} className="flex items-start justify-between gap-4 py-2">
              <div className="grid min-w-0">
                <TextLink href={`/o/${slug}/events/${event.id}` as Route} className="truncate">
                  {event.summary ?? event.eventType}
                </TextLink>
                <Time value={event.receivedAt} className="text-muted text-sm" />
              </div>
              <StatusBadge tone={looks[event.status].tone}>{looks[event.status].word}</StatusBadge>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
