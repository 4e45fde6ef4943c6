import type { SelectionWords } from "#components/events/replay-selection.tsx";
import { ReplaySelection, replayFilter, replaySelectionQuery } from "#lib/webhooks/replay-selection.ts";
import { filterChips } from "../filter-chips.ts";

type Accounts = { id: string; displayName: string }[];

/** What a replay is about, in the words of the log's filters. */
export function selectionWords(slug: string, selection: ReplaySelection, accounts: Accounts): SelectionWords {
  const here = `/o/${slug}/events`;
  const filter = replayFilter(selection);
  if (!filter) return chosen(here, selection);

  const chips = filterChips(here, filter, { kinds: [], accounts }).flatMap(({ name, chosen }) =>
    chosen ? [`${name}: ${chosen}`] : [],
  );
  const words = filter.q ? [...chips, `“${filter.q}”`] : chips;
  const { from, to } = filter;
  const isEverything = words.length === 0 && !from && !to;
  return {
    words: isEverything ? ["All events"] : words,
    from,
    to,
    href: here + replaySelectionQuery(selection),
  };
}

function chosen(here: string, selection: ReplaySelection): SelectionWords {
  const ids = "ids" in selection ? selection.ids : [];
  const [only] = ids;
  return ids.length === 1
    ? { words: ["1 chosen event"], href: `${here}/${only}` }
    : { words: [`${ids.length} chosen events`] };
}

/** The same of one that has begun: what the log would show for it now is something else. */
export function storedSelectionWords(slug: string, stored: unknown, accounts: Accounts): SelectionWords {
  const { data } = ReplaySelection.safeParse(stored);
  if (!data) return { words: ["Events chosen earlier"] };
  return { ...selectionWords(slug, data, accounts), href: undefined };
}
