export type Item = { id: string };

/** What goes over a line again and again: an item that is there as it was is named by its id alone. */
export type Sent<Kind extends Item> = Kind | string;

/** For one line, what to send of a list: only what the other end does not have of the list before. */
export function changedItems<Kind extends Item>(): (items: readonly Kind[]) => Sent<Kind>[] {
  let there = new Map<string, string>();

  return (items) => {
    const texts = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
    const sent = items.map((item) => (there.get(item.id) === texts.get(item.id) ? item.id : item));
    there = texts;
    return sent;
  };
}
