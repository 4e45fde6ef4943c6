import type { Renewal, TokenLife } from "#lib/providers/renewal.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const firstRetryMs = 30_000;
const longestRetryMs = 6 * hourMs;
const longestRetryOnceEndedMs = 10 * minuteMs;
const longestSpreadMs = 6 * hourMs;

/** When to renew access, spread over the first half of the time that is left, so that not all come at once. Null: never. */
export function renewalTime(
  renewal: Pick<Renewal, "dueAt"> | null,
  life: TokenLife,
  random = Math.random(),
): Date | null {
  const due = renewal?.dueAt(life);
  if (!due) return null;

  const left = (life.accessExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - due.getTime();
  return new Date(due.getTime() + random * Math.min(longestSpreadMs, Math.max(left, 0) / 2));
}

/**
 * When to try again after this many failures in a row: ever later, and not before the platform wants to hear of it. Once the
 * access has ended everything waits for this, so the longest wait is a short one.
 */
export function renewalRetryAt(
  {
    failures,
    retryAfterSeconds,
    life,
  }: { failures: number; retryAfterSeconds: number | null; life: TokenLife },
  now: Date,
  random = Math.random(),
): Date {
  const longest = hasExpired(life, now) ? longestRetryOnceEndedMs : longestRetryMs;
  const wait = Math.min(longest, firstRetryMs * 2 ** Math.max(failures - 1, 0)) * (0.75 + random / 2);
  return new Date(now.getTime() + Math.max(wait, (retryAfterSeconds ?? 0) * 1000));
}

/** Whether no renewal can help any more, because even what renews it has ended. */
export function hasEnded({ accessExpiresAt, refreshExpiresAt }: TokenLife, now: Date): boolean {
  const end = refreshExpiresAt ?? accessExpiresAt;
  return end !== null && end <= now;
}

/** Whether calls with this access would be refused by now. */
export function hasExpired({ accessExpiresAt }: TokenLife, now: Date): boolean {
  return accessExpiresAt !== null && accessExpiresAt <= now;
}
