import type { MetaEvent } from "./meta-event.ts";

const itemsPerEntry = 2;

type Entry = {
  id: string;
  time: number;
  messaging?: object[];
  standby?: object[];
  changes?: { field: string; value: object }[];
};

/**
 * One POST for everything that happened together. Several entries for an account and several items in an
 * entry both occur, as with Meta, and an entry holds either messaging or changes.
 */
export function batchBody(events: MetaEvent[], now = Date.now()): { object: string; entry: object[] } {
  const entry: (Entry | (Entry & { field: string; value: object }))[] = [];
  const inSeconds = Math.floor(now / 1000);

  for (const { entryId: id, field, content } of events) {
    if ("change" in content) {
      entry.push({ id, time: inSeconds, changes: [{ field, value: content.change }] });
      continue;
    }
    if ("bare" in content) {
      entry.push({ id, time: inSeconds, field, value: content.bare });
      continue;
    }
    if ("standby" in content) {
      entry.push({ id, time: now, standby: [content.standby] });
      continue;
    }
    const open = entry.findLast((one) => one.id === id);
    if (open?.messaging && open.messaging.length < itemsPerEntry) open.messaging.push(content.messaging);
    else entry.push({ id, time: now, messaging: [content.messaging] });
  }

  return { object: events[0]?.object ?? "page", entry };
}
