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
/** What the chips offer: the kinds of event that came lately, and the accounts they can come from. */
type Offer = { kinds: Kind[]; accounts: { id: string; displayName: string }[]; problemCause?: string };

const rangeWords: Record<EventRange, string> = {
  "1h": "Last hour",
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
};

/** The chips above the event log. Every choice is an address, so it can be shared and gone back to. */
export function filterChips(here: string, filter: EventFilter, offer: Offer): FilterChip[] {
  const { kinds, accounts } = offer;
  const providers = [...new Set(kinds.map((kind) => kind.provider))];
  const connections = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  const types = new Map(
    kinds.map((kind) => [kind.eventType, interpreterFor(kind.provider).label(kind.eventType)]),
  );
  // What is chosen must be offered, even when no recent event is of it.
  if (filter.channel && !providers.includes(filter.channel)) providers.push(filter.channel);
  if (filter.type && !types.has(filter.type)) types.set(filter.type, filter.type);
  if (filter.connection && !connections.has(filter.connection))
    connections.set(filter.connection, "An account no longer connected");

  const chip = <Name extends keyof EventFilter>(
    name: string,
    field: Name,
    options: [NonNullable<EventFilter[Name]>, string][],
    unlike: EventFilter = {},
  ): FilterChip => ({
    name,
    chosen: options.find(([value]) => value === filter[field])?.[1],
    choices: options.map(([value, label]) => ({
      label,
      href: here + eventFilterQuery({ ...filter, ...unlike, [field]: value }),
      current: value === filter[field],
    })),
    clearHref: here + eventFilterQuery({ ...filter, ...unlike, [field]: undefined }),
  });

  const ranges = (Object.keys(eventRanges) as EventRange[]).map(
    (range) => [range, rangeWords[range]] as [EventRange, string],
  );
  const noTime = { range: undefined, from: undefined, to: undefined };
  const chips = [
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
    ...(connections.size > 1 ? [chip("Account", "connection", alphabetically(connections))] : []),
    chip("Type", "type", alphabetically(types)),
    {
      ...chip("Time", "range", ranges, noTime),
      between: {
        here,
        query: eventFilterQuery({ ...filter, ...noTime }).slice(1),
        from: filter.from,
        to: filter.to,
      },
    },
  ].filter(({ choices }) => choices.length > 0);
  return [...chips, ...comeFrom(here, filter, offer.problemCause)];
}

/** Filters one comes to from elsewhere, and can only leave here. */
function comeFrom(here: string, filter: EventFilter, problemCause = "not known here"): FilterChip[] {
  const chip = (name: string, field: "problem" | "replay", chosen: string): FilterChip[] =>
    filter[field]
      ? [
          {
            name,
            chosen,
            choices: [],
            clearHref: here + eventFilterQuery({ ...filter, [field]: undefined }),
          },
        ]
      : [];
  return [...chip("Problem", "problem", problemCause), ...chip("Replay", "replay", "of one run")];
}

const alphabetically = (words: Map<string, string>) =>
  [...words].toSorted(([, left], [, right]) => left.localeCompare(right));
