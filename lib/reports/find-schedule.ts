import "server-only";
import { eq } from "drizzle-orm";
import { reportSchedules } from "#drizzle/schema/deliverables.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";

/** How the organization's monthly report is set; nothing was chosen yet where there is none. */
export async function findSchedule(member: Member) {
  const { isOn, clientName, recipients, lastMonth } = reportSchedules;
  const [schedule] = await asUser(member, (tx) =>
    tx
      .select({ isOn, clientName, recipients, lastMonth })
      .from(reportSchedules)
      .where(eq(reportSchedules.organizationId, member.organizationId)),
  );
  return schedule;
}
