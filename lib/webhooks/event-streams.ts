import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "./event-filter.ts";

/** Events that one index yields in the order of the list: of one condition, or of each of some connections. */
export type EventStream = {
  /** The condition; `connection` stands for one of the connections. */
  where: (connection: SQL) => SQL;
  connectionIds?: string[];
  /** True when all of a filter but its span is in the stream's condition. */
  isWhole: boolean;
};

const troubled = ["failed", "dead", "ignored"];

/** The streams that hold all events of a filter among others, those first that hold the fewest others as a rule. */
export function eventStreams(
  organizationId: string,
  filter: EventFilter,
  connectionIds: string[],
): EventStream[] {
  const { status, channel, connection, type, q, problem, replay } = filter;
  const conditions = [status, channel, connection, type, q, problem, replay].filter(Boolean).length;
  const isWhole = conditions <= 1 && !q;
  const own = sql`organization_id = ${organizationId}::uuid`;
  const streams: EventStream[] = [];
  const add = (where: EventStream["where"], ids?: string[]) =>
    streams.push({ where, isWhole, ...(ids && { connectionIds: ids }) });

  if (replay) add(() => sql`replay_id = ${replay}::uuid`);
  if (problem) add(() => sql`problem_id = ${problem}::uuid`);
  if (status === "pending") add((id) => sql`connection_id = ${id} and status = 'pending'`, connectionIds);
  // Written out, not given: the index is of these statuses only, and the planner must see that it fits.
  if (status && troubled.includes(status)) add(() => sql`${own} and status = ${sql.raw(`'${status}'`)}`);
  if (connection) add((id) => sql`connection_id = ${id}`, connectionIds);
  if (type) add(() => sql`${own} and event_type = ${type}`);
  if (channel && !connection) add((id) => sql`connection_id = ${id}`, connectionIds);
  if (streams.length === 0) add(() => own);
  return streams;
}
