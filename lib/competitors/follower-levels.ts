import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { DateSpan } from "#lib/analytics/range.ts";

/** How many follow an account: on a day, and on an earlier one to hold against it. */
export type FollowerLevels = {
  followers: number | null;
  followersOn: string | null;
  followersBefore: number | null;
  followersBeforeOn: string | null;
};

/** The columns of `FollowerLevels`, of what `followerLevels` joins. */
export const followerColumns = sql`
  latest.value as "followers", latest.date::text as "followersOn",
  earlier.value as "followersBefore", earlier.date::text as "followersBeforeOn"`;

/**
 * Joins the last count of these days, else the nearest there is; and, where it is of these days or later, the last count
 * before them, else the first of them. `counts` selects `value` and `date` and ends in a condition. Reads few rows however
 * many there are.
 */
export function followerLevels(counts: SQL, { from, to }: DateSpan): SQL {
  const [first, last] = [sql`${from}::text::date`, sql`${to}::text::date`];

  return sql`
    left join lateral (
      select * from (
        (${counts} and date <= ${last} order by date desc limit 1)
        union all (${counts} and date > ${last} order by date limit 1)
      ) near order by date > ${last} limit 1
    ) latest on true
    left join lateral (
      select * from (
        (${counts} and date < ${first} order by date desc limit 1)
        union all (${counts} and date >= ${first} and date < latest.date order by date limit 1)
      ) near where latest.date >= ${first} order by date >= ${first} limit 1
    ) earlier on true`;
}
