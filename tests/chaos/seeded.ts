/** Random numbers that a seed brings back, so that a run that went wrong can be had again. */
export function seeded(seed: number) {
  let state = seed >>> 0;

  function number(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const below = (limit: number): number => Math.floor(number() * limit);
  const chance = (share: number): boolean => number() < share;
  function oneOf<Item>(items: readonly Item[]): Item {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  }
  return { number, below, chance, oneOf };
}

export type Seeded = ReturnType<typeof seeded>;
