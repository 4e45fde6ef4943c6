import type { Item, Sent } from "#lib/live/changed-items.ts";

/** The other end of a line that sends only what has changed: the list, of what was sent now and what was there before. */
export function wholeItems<Kind extends Item>(): (sent: readonly Sent<Kind>[]) => Kind[] {
  let here = new Map<string, Kind>();

  return (sent) => {
    const items = sent.map((item) => {
      const whole = typeof item === "string" ? here.get(item) : item;
      if (!whole) throw new Error(`${item} was never sent`);
      return whole;
    });
    here = new Map(items.map((item) => [item.id, item]));
    return items;
  };
}
