import { eventStatusWords } from "#components/events/event-status.tsx";
import type { ChannelDay } from "#components/overview/day-counts.tsx";
import { providerName } from "#lib/providers/registry.ts";
import type { EventCount } from "#lib/webhooks/count-events.ts";
import { eventFilterQuery, eventStatuses } from "#lib/webhooks/event-filter.ts";

/** The day's counts as the Overview shows them: a line a channel, the busiest first. */
export function channelDays(home: string, counts: EventCount[]): ChannelDay[] {
  const providers = [...new Set(counts.map((count) => count.provider))];
  const range = "24h" as const;

  return providers
    .map((provider) => {
      const parts = eventStatuses.flatMap((status) => {
        const count = counts.find((each) => each.provider === provider && each.status === status)?.count ?? 0;
        const { word, tone } = eventStatusWords[status];
        const href = `${home}/events${eventFilterQuery({ status, channel: provider, range })}`;
        return count === 0
          ? []
          : [{ status, word, tone: tone === "busy" ? ("idle" as const) : tone, count, href }];
      });
      return {
        provider,
        name: providerName(provider),
        total: parts.reduce((sum, part) => sum + part.count, 0),
        href: `${home}/events${eventFilterQuery({ channel: provider, range })}`,
        parts,
      };
    })
    .sort((left, right) => right.total - left.total);
}
