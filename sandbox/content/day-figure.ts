import { chance } from "./chance.ts";
import type { ContentState } from "./content-of.ts";
import { type Day, dateOf } from "./days.ts";

/** Sunday first: people come at the end of the week. */
const week = [0.72, 0.94, 0.98, 1.02, 1.08, 1.32, 1.5];

/** How an account's average day is to be multiplied to get this one: a rhythm of the week, slow swings, a viral day and its echo. */
export function pulse({ busyDays }: ContentState, accountId: string, day: Day): number {
  const weekday = (((day + 4) % 7) + 7) % 7;
  const season = 1 + 0.12 * Math.sin(day / 23 + chance(accountId, "season") * 6);
  const busy = busyDays[accountId]?.includes(dateOf(day)) ? 6 : 1;
  return (week[weekday] ?? 1) * season * viral(accountId, day) * busy;
}

/** About every twelve weeks one day runs away, and two days after it are still better than usual. */
function viral(accountId: string, day: Day): number {
  const since = (day + Math.floor(chance(accountId, "viral") * 83)) % 83;
  return [9, 3.4, 1.7][since] ?? 1;
}

/** The final figure of a day: `average` on an ordinary one. */
export function dayFigure(
  state: ContentState,
  accountId: string,
  name: string,
  day: Day,
  average: number,
): number {
  const noise = 0.75 + 0.5 * chance(accountId, name, day);
  return Math.round(average * pulse(state, accountId, day) * noise);
}

/** Two days in a row of which the platform knows nothing, about every six weeks. */
export function isMissing(accountId: string, day: Day): boolean {
  return (day + Math.floor(chance(accountId, "missing") * 44)) % 44 < 2;
}

/** What is told of a figure before it is final: for two days after its day has ended it is too low. */
export function toldFigure(final: number, endedAt: number, now: number): number {
  return now < endedAt + 48 * 3_600_000 ? Math.floor(final * 0.93) : final;
}
