/** How old an event is, in seconds, when it is looked at again; after the last it is handled without what it waits for. */
const ages = [5, 20, 65, 200, 600];

/** When to look again for what an event refers to, or null when it has waited long enough. */
export function nextLookAt(receivedAt: Date, now: Date): Date | null {
  const ageMs = now.getTime() - receivedAt.getTime();
  const next = ages.find((age) => age * 1000 > ageMs);
  return next === undefined ? null : new Date(receivedAt.getTime() + next * 1000);
}

const dayMs = 24 * 60 * 60_000;

/** When to look again without being told that the connection is mended; who mends it tells at once. */
export function nextConnectionLookAt(now: Date): Date {
  return new Date(now.getTime() + dayMs);
}
