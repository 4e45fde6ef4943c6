import "server-only";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { countPast } from "./count-past.ts";
import { retentionEnd } from "./effective-retention.ts";

/** Counting further takes longer and tells nobody more. */
const most = 10_000;

/** How many events would be too old if they were kept for so many days; `more` when there are more than were counted. */
export async function countPastRetention(member: Member, days: number, now = new Date()) {
  const count = await asUser(member, (tx) => countPast(tx, member, retentionEnd(days, now), most + 1));
  return { count: Math.min(count, most), more: count > most };
}
