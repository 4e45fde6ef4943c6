/** Does it so many times, or until it gives null, and says how long what it measured took. */
export async function timesOf(measure: () => Promise<number[] | null>, rounds = Number.POSITIVE_INFINITY) {
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const took = await measure();
    if (!took) break;
    all.push(...took);
  }
  return timesIn(all);
}

/** How long these took, in milliseconds. */
export function timesIn(took: readonly number[]) {
  const sorted = took.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
  return { count: sorted.length, medianMs: at(0.5), p95Ms: at(0.95) };
}
