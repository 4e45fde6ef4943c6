import { Histogram } from "#components/events/histogram.tsx";
import { barTotal } from "#components/events/histogram-bars.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { type EventFilter, eventFilterQuery } from "#lib/webhooks/event-filter.ts";
import { eventHistogram } from "#lib/webhooks/histogram.ts";

type HistogramSectionProps = { member: Member; filter: EventFilter; here: string };

/** The histogram of what is filtered; nothing while there is nothing to draw, or nothing counted to draw it from. */
export async function HistogramSection({ member, filter, here }: HistogramSectionProps) {
  const histogram = await eventHistogram(member, filter);
  if (!histogram?.bars.some((bar) => barTotal(bar) > 0)) return null;

  const { from, to, barMs, bars } = histogram;
  const chart = {
    from: from.toISOString(),
    to: to.toISOString(),
    barMs,
    bars: bars.map((bar) => ({ ...bar, at: bar.at.toISOString() })),
  };
  const query = eventFilterQuery({ ...filter, range: undefined, from: undefined, to: undefined }).slice(1);
  return <Histogram chart={chart} between={{ here, query }} />;
}
