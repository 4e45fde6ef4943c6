/** A number from 0 to 1 that belongs to these words: the same in every run, and nothing to see in its neighbours. */
export function chance(...words: (string | number)[]): number {
  let hash = 2_166_136_261;
  for (const sign of words.join(" ")) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619);

  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

/** One of these, by the same rule. */
export function oneOf<Item>(items: readonly [Item, ...Item[]], ...words: (string | number)[]): Item {
  return items[Math.floor(chance(...words) * items.length)] ?? items[0];
}
