import type { Usage } from "./usage.ts";

const longestSeconds = 24 * 60 * 60;

/** How long Meta wants to be left alone: from `Retry-After` in seconds, else from the usage headers in minutes. */
export function retryAfterSeconds(headers: Headers, usage: Usage): number | null {
  const header = Number(headers.get("retry-after") ?? Number.NaN);
  const seconds = Number.isFinite(header) ? header : (usage.regainMinutes ?? 0) * 60;
  return seconds > 0 ? Math.min(Math.ceil(seconds), longestSeconds) : null;
}
