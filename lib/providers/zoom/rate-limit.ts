import type { Limit } from "../limits.ts";

const longestSeconds = 24 * 60 * 60;

/**
 * What Zoom's headers say of the account's quota. Only the daily one is a share worth telling: of two calls a second, one is
 * always half. The pause is a Unix time in `X-RateLimit-Reset` or, for the day, a date in `Retry-After`; at most a day.
 */
export function readRateLimit(headers: Headers, now: Date): Limit {
  return { percentUsed: shareOfDay(headers), regainSeconds: pause(headers, now) };
}

function shareOfDay(headers: Headers): number | null {
  if (!/daily/i.test(headers.get("x-ratelimit-type") ?? "")) return null;

  const limit = numberIn(headers.get("x-ratelimit-limit"));
  const remaining = numberIn(headers.get("x-ratelimit-remaining"));
  if (limit === null || remaining === null || limit <= 0) return null;
  return Math.min(100, Math.max(0, 100 * (1 - remaining / limit)));
}

function pause(headers: Headers, now: Date): number | null {
  const retryAfter = headers.get("retry-after");
  const resetAt = numberIn(headers.get("x-ratelimit-reset"));
  const seconds =
    numberIn(retryAfter) ??
    secondsUntil(retryAfter === null ? Number.NaN : Date.parse(retryAfter), now) ??
    secondsUntil((resetAt ?? Number.NaN) * (resetAt !== null && resetAt > 1e12 ? 1 : 1000), now);

  return seconds === null || seconds <= 0 ? null : Math.min(Math.ceil(seconds), longestSeconds);
}

function secondsUntil(moment: number, now: Date): number | null {
  return Number.isFinite(moment) ? (moment - now.getTime()) / 1000 : null;
}

function numberIn(header: string | null): number | null {
  return header !== null && /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) : null;
}
