import "server-only";
import { countedWindows } from "./counted-windows.ts";
import type { EventSearch } from "./event-search.ts";
import type { EventStream } from "./event-stream.ts";
import { pendingWindows } from "./pending-windows.ts";
import type { Scan } from "./scan-stream.ts";
import { scanWindows } from "./scan-windows.ts";
import { beyond, upTo } from "./stretch.ts";
import { uncountedWindows } from "./uncounted-windows.ts";
import { walkOn } from "./walk-on.ts";

/**
 * Looks only into hours in which such events were counted, or nothing at all was: a count that is missing makes this
 * slow, and no event invisible. What waits for its first try is in no count and is looked up by itself.
 */
export async function walkCounted(search: EventSearch, stream: EventStream): Promise<Scan> {
  const pending = await pendingWindows(search);
  if (!pending) return walkOn(search, stream);

  const ids: string[] = [];
  let stretch = search.stretch;
  for (;;) {
    const part = { ...search, stretch, wanted: search.wanted - ids.length };
    const { windows, reached } = await countedWindows(part);
    const looked = { ...part, stretch: reached ? upTo(stretch, reached) : stretch };
    const uncounted = await uncountedWindows(looked);
    ids.push(...(await scanWindows(looked, [...windows, ...uncounted, ...pending])));
    if (ids.length >= search.wanted || !reached) return { ids };
    if (performance.now() > search.deadline) return { ids, reached };
    stretch = beyond(stretch, reached);
  }
}
