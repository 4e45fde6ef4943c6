import "server-only";
import type { EventSearch } from "./event-search.ts";
import type { EventStream } from "./event-stream.ts";
import { pendingWindows } from "./pending-windows.ts";
import type { Scan } from "./scan-stream.ts";
import { scanWindows } from "./scan-windows.ts";
import { uncountedWindows } from "./uncounted-windows.ts";
import { walkOn } from "./walk-on.ts";
import { walkSearch } from "./walk-search.ts";

/** For a filter of which nothing is counted: looks at what waits for its first try, and where nothing at all is counted. */
export async function walkUncounted(search: EventSearch, stream: EventStream): Promise<Scan> {
  const uncounted = await uncountedWindows(search);
  // What was never tried has no words to be found by.
  if (search.filter.q) return uncounted.length === 0 ? { ids: [] } : walkSearch(search);

  const pending = await pendingWindows(search);
  if (!pending) return walkOn(search, stream);
  return { ids: await scanWindows(search, [...uncounted, ...pending]) };
}
