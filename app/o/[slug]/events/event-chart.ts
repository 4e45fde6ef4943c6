import type { Chart } from "#components/events/histogram.tsx";
import type { Member } from "#lib/organizations/membership.ts";
import type { EventFilter } from "#lib/webhooks/event-filter.ts";
import { eventHistogram } from "#lib/webhooks/histogram.ts";

/** When the events of a filter came, to be drawn; null where no count is kept to draw it from. */
export async function eventChart(member: Member, filter: EventFilter): Promise<Chart | null> {
  const histogram = await eventHistogram(member, filter);
  if (!histogram) return null;

  const { from, to, barMs, bars } = histogram;
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    barMs,
    bars: bars.map((bar) => ({ ...bar, at: bar.at.toISOString() })),
  };
}
