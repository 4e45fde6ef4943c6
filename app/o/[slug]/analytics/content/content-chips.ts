import { sortWords, typeWords } from "#components/content/content-words.ts";
import type { SortLink } from "#components/content/sort-header.tsx";
import type { FilterChip } from "#components/events/filter-chips.tsx";
import {
  type ContentFilter,
  type ContentSort,
  contentFilterPairs,
  contentSorts,
  contentTypes,
} from "#lib/social/content-filter.ts";
import { contentAddress, withPairs } from "./content-address.ts";

type Place = { here: string; query: string; filter: ContentFilter };

/** The chips of posts alone: their kind and their order. */
export function contentChips({ here, query, filter }: Place): FilterChip[] {
  const address = (changed: ContentFilter) =>
    contentAddress(here, query, { ...filter, ...changed, after: undefined });
  const { sort = "published", type, order } = filter;
  const isUsual = sort === "published" && !order;

  return [
    {
      name: "Kind",
      chosen: type && typeWords[type],
      choices: contentTypes.map((each) => ({
        label: typeWords[each],
        href: address({ type: each }),
        current: each === type,
      })),
      clearHref: address({ type: undefined }),
    },
    {
      name: "Order",
      chosen: isUsual ? undefined : orderWords(filter),
      choices: contentSorts.map((each) => ({
        label: sortWords[each],
        href: address({ sort: each, order: undefined }),
        current: each === sort && !order,
      })),
      clearHref: address({ sort: undefined, order: undefined }),
    },
  ];
}

function orderWords({ sort = "published", order }: ContentFilter): string {
  if (!order) return sortWords[sort];
  return sort === "published" ? "Oldest" : `${sortWords[sort]}, last first`;
}

/** A column's link: orders by it, the largest first; where the list is ordered by it already, the other way round. */
export function sortLink(label: string, by: ContentSort, { here, query, filter }: Place): SortLink {
  const isBy = by === (filter.sort ?? "published");
  const turned = isBy && !filter.order ? ("up" as const) : undefined;
  return {
    label,
    href: contentAddress(here, query, { ...filter, sort: by, order: turned, after: undefined }),
    direction: isBy ? (filter.order ?? "down") : null,
  };
}

/** The choices of days and accounts, which keep what else is asked for. */
export function keeping(chips: FilterChip[], filter: ContentFilter): FilterChip[] {
  const pairs = contentFilterPairs({ ...filter, after: undefined });
  return chips.map((chip) => ({
    ...chip,
    choices: chip.choices.map((choice) => ({ ...choice, href: withPairs(choice.href, pairs) })),
    clearHref: withPairs(chip.clearHref, pairs),
  }));
}
