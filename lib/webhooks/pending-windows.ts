import "server-only";
import { receivedAtOf } from "./event-identity.ts";
import type { EventSearch } from "./event-search.ts";
import { eventStream } from "./event-stream.ts";
import { matchingEvents } from "./matching-events.ts";
import { scanStream } from "./scan-stream.ts";
import type { Window } from "./scan-windows.ts";

const lookAt = 3_000;

/** Where a filter's pending events stand; nothing when there are more than can be looked through. */
export async function pendingWindows(search: EventSearch): Promise<Window[] | undefined> {
  const { organizationId, connectionIds, filter, now } = search;
  if (filter.status) return [];

  const waiting = { ...filter, status: "pending" as const };
  const stream = eventStream(organizationId, waiting, connectionIds);
  const matching = matchingEvents(organizationId, waiting, now);
  const { ids, reached } = await scanStream({ ...search, filter: waiting, matching }, { stream, lookAt });
  if (reached && ids.length < search.wanted) return undefined;
  return ids.map(receivedAtOf).map((starts) => ({ starts, ends: new Date(starts.getTime() + 1) }));
}
