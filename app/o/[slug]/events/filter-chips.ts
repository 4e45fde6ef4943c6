import { eventStatusWords } from "#components/events/event-status.tsx";
import type { FilterChip } from "#components/events/filter-chips.tsx";
import type { ProviderId } from "#lib/providers/contract.ts";
import { interpreterFor, providerName } from "#lib/providers/registry.ts";
import {
  type EventFilter,
  type EventRange,
  eventFilterQuery,
  eventRanges,
  eventStatuses,
} from "#lib/webhooks/event-filter.ts";

type Kind = { provider: ProviderId; eventType: string };

const rangeWords: Record<EventRange, string> = {
  "1h": "Last hour",
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
};

/** The chips above the event log. Every choice is an address, so it can be shared and gone back to. */
export function filterChips(here: string, filter: EventFilter, kinds: Kind[]): FilterChip[] {
  const providers = [...new Set(kinds.map((kind) => kind.provider))];
  const types = new Map(
    kinds.map((kind) => [kind.eventType, interpreterFor(kind.provider).label(kind.eventType)]),
  );
  // What is chosen must be offered, even when no recent event is of it.
  if (filter.channel && !providers.includes(filter.channel)) providers.push(filter.channel);
  if (filter.type && !types.has(filter.type)) types.set(filter.type, filter.type);

  const chip = <Name extends keyof EventFilter>(
    name: string,
    field: Name,
    options: [NonNullable<EventFilter[Name]>, string][],
  ): FilterChip => ({
    name,
    chosen: options.find(([value]) => value === filter[field])?.[1],
    choices: options.map(([value, label]) => ({
      label,
      href: here + eventFilterQuery({ ...filter, [field]: value }),
      current: value === filter[field],
    })),
    clearHref: here + eventFilterQuery({ ...filter, [field]: undefined }),
  });

  return [
    chip(
      "Status",
      "status",
      eventStatuses.map((status) => [status, eventStatusWords[status].word]),
    ),
    chip(
      "Channel",
      "channel",
      providers.map((provider) => [provider, providerName(provider)]),
    ),
    chip(
      "Type",
      "type",
      [...types].toSorted(([, left], [, right]) => left.localeCompare(right)),
    ),
    chip(
      "Time",
      "range",
      (Object.keys(eventRanges) as EventRange[]).map((range) => [range, rangeWords[range]]),
    ),
  ].filter((each) => each.choices.length > 0);
}
