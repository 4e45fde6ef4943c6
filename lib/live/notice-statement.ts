import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { keptPlan } from "#lib/db/kept-plan.ts";
import { type Change, liveChannel, type Topic } from "./topics.ts";

/** Tells the pages of each of these organizations, once the transaction commits, that something of this kind changed. */
export function noticeStatement(organizationIds: string[], topic: Topic): SQL {
  const notices = organizationIds.map((organizationId): Change => ({ organizationId, topic }));
  return sql`
    select ${keptPlan} pg_notify(${liveChannel}::text, notice::text)
    from json_array_elements(${JSON.stringify(notices)}::text::json) as notice`;
}
