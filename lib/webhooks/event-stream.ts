import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "./event-filter.ts";

/** Events that one index yields in the order of the list: of one condition, or of each of some connections. */
export type EventStream = {
  /** The condition; `connection` stands for each of the connections. */
  where: (connection: SQL) => SQL;
  connectionIds?: string[];
  /** True when the condition says all that the filter does, but for its span. */
  isWhole: boolean;
};

const troubled = ["failed", "dead", "ignored"];

/** The stream that holds all events of a filter and, as a rule, the fewest others. */
export function eventStream(
  organizationId: string,
  filter: EventFilter,
  connectionIds: string[],
): EventStream {
  const { status, channel, connection, type, q, problem, replay } = filter;
  const conditions = [status, channel, connection, type, q, problem, replay].filter(Boolean);
  const isTroubled = status !== undefined && troubled.includes(status);
  const covered = isTroubled && (type || channel || connection) ? 2 : 1;
  const isWhole = conditions.length <= covered && !q && status !== "processed";
  const own = sql`organization_id = ${organizationId}::uuid`;
  const one = (where: SQL) => ({ where: () => where, isWhole });
  const ofEach = (where: EventStream["where"]) => ({ where, connectionIds, isWhole });

  if (replay) return one(sql`replay_id = ${replay}::uuid`);
  if (problem) return one(sql`problem_id = ${problem}::uuid`);
  if (status === "pending") return ofEach((id) => sql`connection_id = ${id} and status = 'pending'`);
  if (isTroubled) {
    // Written out, not given: these indexes are of these statuses only, and the planner must see that they fit.
    const is = sql`status = ${sql.raw(`'${status}'`)}`;
    // A type is rarely of more than one channel, and often of several connections.
    if (type && !connection) return one(sql`${own} and ${is} and event_type = ${type}`);
    if (connection || channel) return ofEach((id) => sql`connection_id = ${id} and ${is}`);
    return one(sql`${own} and ${is}`);
  }
  if (connection) return ofEach((id) => sql`connection_id = ${id}`);
  if (type) return one(sql`${own} and event_type = ${type}`);
  if (channel) return ofEach((id) => sql`connection_id = ${id}`);
  return one(own);
}
