import type { ContentState } from "./content-of.ts";
import { dayFigure } from "./day-figure.ts";
import { type Day, parseDay } from "./days.ts";

/** An account as far as its figures go. `followers` is how many there were on the first day of November 2026. */
export type Measured = { id: string; followers: number };

const anchor = parseDay("2026-11-01");
const tinyFollowers = 63;

/** How many people began or ceased to follow on a day. */
export function followChange(state: ContentState, account: Measured, day: Day) {
  const size = sizeOf(state, account);
  const gained = dayFigure(state, account.id, "gained", day, size * 0.003);
  const lost = dayFigure(state, account.id, "lost", day, size * 0.0012);
  // A handful of people cannot lose more than they are.
  return isTiny(state, account) ? { gained: 0, lost: 0 } : { gained, lost };
}

/** How many follow at the end of a day. */
export function followersOn(state: ContentState, account: Measured, day: Day): number {
  let level = sizeOf(state, account);
  for (let one = anchor + 1; one <= day; one += 1) level += net(state, account, one);
  for (let one = anchor; one > day; one -= 1) level -= net(state, account, one);
  return Math.max(0, level);
}

/** Below 100 followers the platforms keep most figures to themselves. */
export function isTiny(state: ContentState, account: Measured): boolean {
  return sizeOf(state, account) < 100;
}

/** What an account's average day is worth, before anything else. */
export function sizeOf({ tiny }: ContentState, { id, followers }: Measured): number {
  return tiny.includes(id) ? tinyFollowers : followers;
}

function net(state: ContentState, account: Measured, day: Day): number {
  const { gained, lost } = followChange(state, account, day);
  return gained - lost;
}
