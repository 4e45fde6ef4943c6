import type { FilterChip } from "#components/events/filter-chips.tsx";
import type { ChoiceLink } from "#components/ui/choice-links.tsx";
import { type AnalyticsFilter, analyticsQuery } from "#lib/analytics/filter.ts";
import type { AnalyticsAccount } from "#lib/analytics/list-accounts.ts";
import { namedRange, type RangeName, rangeDays } from "#lib/analytics/range.ts";
import { providerName } from "#lib/providers/registry.ts";

/** The ranges one chooses by name, each an address. */
export function rangeLinks(here: string, filter: AnalyticsFilter, today: string): ChoiceLink[] {
  return (Object.keys(rangeDays) as RangeName[]).map((name) => ({
    label: `${rangeDays[name]} days`,
    href: here + analyticsQuery({ ...filter, range: namedRange(name, today) }),
    current: filter.range.name === name,
  }));
}

/** Whose figures: everyone's, one platform's where it has several accounts, or one account's. */
export function accountChip(
  here: string,
  filter: AnalyticsFilter,
  accounts: AnalyticsAccount[],
): FilterChip[] {
  const { range } = filter;
  const channels = [...new Set(accounts.map(({ provider }) => provider))].filter(
    (channel) =>
      channel === filter.channel || accounts.filter(({ provider }) => provider === channel).length > 1,
  );
  const choices = [
    ...channels.map((channel) => ({
      label: `All of ${providerName(channel)}`,
      href: here + analyticsQuery({ range, channel }),
      current: filter.channel === channel,
    })),
    ...accounts.map(({ id, displayName, provider, isConnected }) => ({
      label: `${displayName}, ${providerName(provider)}${isConnected ? "" : ", no longer connected"}`,
      href: here + analyticsQuery({ range, connection: id }),
      current: filter.connection === id,
    })),
  ];
  // What is chosen must be offered, even when the address names an account that is not there.
  if (filter.connection && !choices.some(({ current }) => current)) {
    choices.push({
      label: "An account that is not here",
      href: here + analyticsQuery(filter),
      current: true,
    });
  }
  if (choices.length < 2 && !choices.some(({ current }) => current)) return [];
  const chosen = choices.find(({ current }) => current)?.label;
  return [{ name: "Account", chosen, choices, clearHref: here + analyticsQuery({ range }) }];
}
