import { RangeBar } from "#components/analytics/range-bar.tsx";
import { FilterChips } from "#components/events/filter-chips.tsx";
import { SearchBox } from "#components/events/search-box.tsx";
import type { readScope } from "#lib/analytics/read-scope.ts";
import { type ContentFilter, contentFilterPairs } from "#lib/social/content-filter.ts";
import { accountChip, rangeLinks } from "../filter-links.ts";
import { withPairs } from "./content-address.ts";
import { contentChips, keeping } from "./content-chips.ts";

type ContentToolbarProps = {
  here: string;
  scope: Awaited<ReturnType<typeof readScope>>;
  /** Without the place in the list: another choice begins at its beginning. */
  filter: ContentFilter;
};

/** Which posts: of which days and accounts, with which words, of which kind, in which order. Each choice is an address. */
export function ContentToolbar({ here, scope, filter }: ContentToolbarProps) {
  const { query, today, accounts } = scope;
  const { range } = scope.filter;
  const kept = contentFilterPairs(filter);
  const { q, ...others } = filter;
  const scopePairs = Object.fromEntries(new URLSearchParams(query));

  return (
    <>
      <RangeBar
        here={here}
        links={rangeLinks(here, scope.filter, today).map((link) => ({
          ...link,
          href: withPairs(link.href, kept),
        }))}
        from={range.from}
        to={range.to}
        isCustom={range.name === "custom"}
        today={today}
        kept={{ ...accountPairs(scopePairs), ...kept }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          label="Search posts"
          hint="Words of a post"
          here={here}
          words={q}
          others={{ ...scopePairs, ...contentFilterPairs(others) }}
        />
        <FilterChips
          chips={[
            ...keeping(accountChip(here, scope.filter, accounts), filter),
            ...contentChips({ here, query, filter }),
          ]}
          clearAllHref={Object.keys(kept).length > 0 ? here + query : undefined}
        />
      </div>
    </>
  );
}

/** What of a query of Analytics says whose posts, and not of which days. */
const accountPairs = ({ channel, connection }: Record<string, string>): Record<string, string> => ({
  ...(channel && { channel }),
  ...(connection && { connection }),
});
