import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";

const days = 30;

/** `status`: the worst that any look of that day found; null when there was none. */
export type HealthDay = {
  day: string;
  status: "healthy" | "needs_attention" | "broken" | null;
  checks: number;
};

/** The last 30 days of a connection, the oldest first, as the organization's calendar counts them. */
export async function healthHistory(member: Member, connectionId: string): Promise<HealthDay[]> {
  if (!z.uuid().safeParse(connectionId).success) return [];

  const rows = await asUser(member, (tx) =>
    tx.execute<HealthDay>(sql`
      with zone as (select time_zone as name from organizations where id = ${member.organizationId}::uuid),
      calendar as (
        select (now() at time zone zone.name)::date - offs as day from zone, generate_series(0, ${days - 1}::int) offs),
      looks as (
        select (checked_at at time zone zone.name)::date as day, count(*)::int as checks,
          max(case status when 'broken' then 3 when 'needs_attention' then 2 when 'healthy' then 1 end) as worst
        from connection_checks, zone
        where connection_id = ${connectionId}::uuid and organization_id = ${member.organizationId}::uuid
          and checked_at > now() - make_interval(days => ${days + 1}::int)
        group by 1)
      select calendar.day::text, coalesce(checks, 0) as checks,
        case worst when 3 then 'broken' when 2 then 'needs_attention' when 1 then 'healthy' end as status
      from calendar left join looks using (day) order by day`),
  );
  return rows.map(({ day, status, checks }) => ({ day, status, checks }));
}
