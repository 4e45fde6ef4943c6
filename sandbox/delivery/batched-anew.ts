import { escapedJson } from "./escaped-json.ts";

/** The same events as part of another batch: Meta collects what failed again, and an entry's time is the batch's. */
export function batchedAnew(body: string, now = Date.now()): string {
  const { object, entry } = JSON.parse(body) as { object: string; entry: { changes?: object[] }[] };
  return escapedJson({
    object,
    entry: entry.map((part) => ({ ...part, time: part.changes ? Math.floor(now / 1000) : now })),
  });
}
