/** Does it so many times, or until it gives null, and says how long what it measured took. */
export async function timesOf(measure: () => Promise<number[] | null>, rounds = Number.POSITIVE_INFINITY) {
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const took = await measure();
    if (!took) break;
    all.push(...took);
  }
  all.sort((left, right) => left - right);
  const at = (share: number) => all[Math.min(Math.floor(all.length * share), all.length - 1)] ?? 0;
  return { count: all.length, medianMs: at(0.5), p95Ms: at(0.95) };
}
