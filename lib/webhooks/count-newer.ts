import "server-only";
import type { Member } from "#lib/organizations/membership.ts";
import { countVisible } from "./count-visible.ts";
import type { EventFilter } from "./event-filter.ts";

/** More than this many need not be counted: the pill says “99+”. */
const countedTo = 100;

/** How many events have come since the newest one that is shown, counted to a hundred. */
export function countNewer(member: Member, filter: EventFilter, newestShown?: string): Promise<number> {
  const { before: _before, after: _after, ...conditions } = filter;
  return countVisible(member, { ...conditions, ...(newestShown && { after: newestShown }) }, countedTo);
}
