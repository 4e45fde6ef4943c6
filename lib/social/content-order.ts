import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { socialMediaContent } from "#drizzle/schema/social.ts";
import type { ContentFilter } from "./content-filter.ts";
import { parsePlace } from "./content-place.ts";

/** Beyond any count, at either end: what was never told comes last whichever end is first. */
const unknown = { up: "9223372036854775807", down: "-1" };

/** How a list of posts is ordered, each post's key in that order, and the condition of what comes after a place in it. */
export function contentOrder({ sort = "published", order, after }: ContentFilter) {
  const { id } = socialMediaContent;
  const column = socialMediaContent[sort === "published" ? "publishedAt" : sort];
  const isUp = order === "up";

  const isTime = sort === "published";
  const by: SQL = isTime
    ? sql`${column}`
    : sql`coalesce(${column}, ${sql.raw(isUp ? unknown.up : unknown.down)}::bigint)`;
  const kind = sql.raw(isTime ? "timestamptz" : "bigint");
  const place = parsePlace(after, sort);

  return {
    orderBy: isUp ? sql`${by}, ${id}` : sql`${by} desc, ${id} desc`,
    // A Date has milliseconds, the column microseconds: a place must not round.
    key: isTime
      ? sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
      : sql<string>`(${by})::text`,
    beyond:
      place &&
      sql`(${by}, ${id}) ${sql.raw(isUp ? ">" : "<")} (${place.key}::text::${kind}, ${place.id}::uuid)`,
  };
}
