import "server-only";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliverables } from "#drizzle/schema/deliverables.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { renderOptions } from "./request-report.ts";

const mostAtOnce = 200;

type Due = { organization_id: string; client_name: string; first_day: string; last_day: string };

/**
 * Begins the report of the month before wherever it is the first of a month and six in the morning, when the last day's
 * figures have been read. Until the third it is made up for, and each month once, however many workers ask.
 */
export async function startMonthly(now = new Date()): Promise<void> {
  await asSystem(async (tx) => {
    const due = await tx.execute<Due>(sql`
      with due as (
        select schedule.organization_id, (date_trunc('month', clock.today) - interval '1 month')::date as first_day,
          (date_trunc('month', clock.today) - interval '1 day')::date as last_day
        from report_schedules schedule
        join organizations organization on organization.id = schedule.organization_id
        cross join lateral (select ${now.toISOString()}::timestamptz at time zone organization.time_zone as today) as clock
        where schedule.is_on and cardinality(schedule.recipients) > 0
          and extract(day from clock.today) <= 3
          and (extract(hour from clock.today) >= 6 or extract(day from clock.today) > 1)
          and (schedule.last_month is null or schedule.last_month < (date_trunc('month', clock.today) - interval '1 month')::date)
        order by schedule.organization_id
        limit ${mostAtOnce}
        for update of schedule skip locked)
      update report_schedules schedule set last_month = due.first_day
      from due where schedule.organization_id = due.organization_id
      returning schedule.organization_id, schedule.client_name, due.first_day::text, due.last_day::text`);

    for (const { organization_id: organizationId, client_name: clientName, ...days } of due) {
      const id = uuidv7();
      await tx.insert(deliverables).values({
        id,
        organizationId,
        clientName,
        kind: "report",
        title: monthlyTitle(days.first_day),
        periodFrom: days.first_day,
        periodTo: days.last_day,
      });
      await enqueue(tx, "report.render", { deliverableId: id, isMonthly: true }, renderOptions(id));
      await notifyOrganization(tx, organizationId, "reports");
    }
  });
}

const month = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

const monthlyTitle = (firstDay: string) => `Report for ${month.format(new Date(`${firstDay}T00:00:00Z`))}`;
