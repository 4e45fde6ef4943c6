import { LiveHistogram } from "#components/events/live-histogram.tsx";
import type { Member } from "#lib/organizations/membership.ts";
import { type EventFilter, eventFilterQuery } from "#lib/webhooks/event-filter.ts";
import { eventChart } from "./event-chart.ts";

type HistogramSectionProps = { member: Member; filter: EventFilter; here: string };

/** The histogram of what is filtered; nothing where nothing is counted to draw it from. */
export async function HistogramSection({ member, filter, here }: HistogramSectionProps) {
  const chart = await eventChart(member, filter);
  if (!chart) return null;

  const query = eventFilterQuery({ ...filter, range: undefined, from: undefined, to: undefined }).slice(1);
  return (
    <LiveHistogram
      slug={member.organizationSlug}
      chart={chart}
      address={`${here}/histogram${eventFilterQuery(filter)}`}
      between={{ here, query }}
    />
  );
}
