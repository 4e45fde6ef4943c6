/** Does the work for each item, so many at once, and answers in the items' order. The first that throws ends it. */
export async function inTurns<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  const rest = items.entries();
  async function turn() {
    for (const [index, item] of rest) values[index] = await work(item);
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, turn));
  return values;
}
