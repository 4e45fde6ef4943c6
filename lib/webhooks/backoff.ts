const minute = 60;
const hour = 60 * minute;

const waitsSeconds = [10, 30, 2 * minute, 10 * minute, hour, 6 * hour, 24 * hour];

/** When to try again after this many failures, or null when there have been enough. */
export function nextAttemptAt(failures: number, now: Date): Date | null {
  const wait = waitsSeconds[failures - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * 1000);
}
