import { eventStatusWords } from "#components/events/event-status.tsx";
import type { SelectionWords } from "#components/events/replay-selection.tsx";
import { providerName } from "#lib/providers/registry.ts";
import type { EventFilter, EventRange } from "#lib/webhooks/event-filter.ts";
import { ReplaySelection, replayFilter, replaySelectionQuery } from "#lib/webhooks/replay-selection.ts";

type Accounts = { id: string; displayName: string }[];

const rangeWords: Record<EventRange, string> = {
  "1h": "Time: last hour",
  "24h": "Time: last 24 hours",
  "7d": "Time: last 7 days",
  "30d": "Time: last 30 days",
};

/** What a replay is about, in words, with the way to it in the log. */
export function selectionWords(slug: string, selection: ReplaySelection, accounts: Accounts): SelectionWords {
  const here = `/o/${slug}/events`;
  const filter = replayFilter(selection);
  if (!filter) return chosen(here, selection);

  const { from, to } = filter;
  const words = filterWords(filter, accounts);
  const isEverything = Object.keys(filter).length === 0;
  return {
    words: isEverything ? ["All events"] : words,
    from,
    to,
    href: here + replaySelectionQuery(selection),
  };
}

/** The same of one that has begun: what the log would show for it now is something else. */
export function storedSelectionWords(slug: string, stored: unknown, accounts: Accounts): SelectionWords {
  const { data } = ReplaySelection.safeParse(stored);
  if (!data) return { words: ["Events chosen earlier"] };
  return { ...selectionWords(slug, data, accounts), href: undefined };
}

function filterWords(filter: EventFilter, accounts: Accounts): string[] {
  const { status, channel, connection, type, range, q, problem, replay } = filter;
  const account = accounts.find(({ id }) => id === connection)?.displayName;
  return [
    status && `Status: ${eventStatusWords[status].word}`,
    channel && `Channel: ${providerName(channel)}`,
    connection && `Account: ${account ?? "one no longer connected"}`,
    type && `Type: ${type}`,
    range && rangeWords[range],
    q && `Search: “${q}”`,
    problem && "Problem: of one cause",
    replay && "Replay: an earlier one",
  ].flatMap((word) => word || []);
}

function chosen(here: string, selection: ReplaySelection): SelectionWords {
  const ids = "ids" in selection ? selection.ids : [];
  const [only] = ids;
  return ids.length === 1
    ? { words: ["1 chosen event"], href: `${here}/${only}` }
    : { words: [`${ids.length} chosen events`] };
}
