type Entry = { messaging?: object[]; standby?: object[] };

/** The same events as part of another batch: Meta collects what failed again, and an entry's time is the batch's. */
export function batchedAnew(body: string, now = Date.now()): { object: string; entry: object[] } {
  const { object, entry } = JSON.parse(body) as { object: string; entry: Entry[] };
  const time = (part: Entry) => (part.messaging || part.standby ? now : Math.floor(now / 1000));
  return { object, entry: entry.map((part) => ({ ...part, time: time(part) })) };
}
