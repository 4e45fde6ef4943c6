import "server-only";
import { sql } from "drizzle-orm";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import type { ScheduleInput } from "./input.ts";

/** Turns the monthly report on or off and says who gets it. */
export async function saveSchedule(
  member: Member,
  { isOn, clientName, recipients }: ScheduleInput,
  visitor?: Visitor,
): Promise<Result<undefined, "admins-only">> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const { organizationId, userId } = member;

  return asUser(member, async (tx) => {
    // As SQL, since drizzle names every column, and people may write only these.
    await tx.execute(sql`
      insert into report_schedules (organization_id, is_on, client_name, recipients, changed_by)
      values (${organizationId}, ${isOn}, ${clientName}, array(select json_array_elements_text(${JSON.stringify(recipients)}::text::json)), ${userId})
      on conflict (organization_id) do update
      set is_on = excluded.is_on, client_name = excluded.client_name, recipients = excluded.recipients,
        changed_by = excluded.changed_by`);
    await recordAudit(tx, {
      organizationId,
      action: isOn ? "report.schedule_on" : "report.schedule_off",
      targetType: "organization",
      targetId: organizationId,
      metadata: { recipients: recipients.length },
      ...visitor,
    });
    return ok(undefined);
  });
}
