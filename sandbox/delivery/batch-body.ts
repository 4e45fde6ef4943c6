import { escapedJson } from "./escaped-json.ts";
import type { PageEvent } from "./page-event.ts";

const itemsPerEntry = 2;

/**
 * One POST for everything that happened together. Several entries for a Page and several items in an
 * entry both occur, as with Meta, and an entry holds either messaging or changes.
 */
export function batchBody(events: PageEvent[], now = Date.now()): string {
  const entry: { id: string; time: number; messaging?: object[]; standby?: object[]; changes?: object[] }[] =
    [];

  for (const { pageId, field, content } of events) {
    if ("change" in content) {
      entry.push({ id: pageId, time: Math.floor(now / 1000), changes: [{ field, value: content.change }] });
      continue;
    }
    if ("standby" in content) {
      entry.push({ id: pageId, time: now, standby: [content.standby] });
      continue;
    }
    const open = entry.findLast(({ id }) => id === pageId);
    if (open?.messaging && open.messaging.length < itemsPerEntry) open.messaging.push(content.messaging);
    else entry.push({ id: pageId, time: now, messaging: [content.messaging] });
  }

  return escapedJson({ object: "page", entry });
}
