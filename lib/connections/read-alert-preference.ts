import "server-only";
import { and, eq } from "drizzle-orm";
import { organizationMembers } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";

/** Whether this person wants a mail when a connection of this organization breaks. Only owners and admins get any. */
export async function readAlertPreference(member: Member): Promise<boolean> {
  const [row] = await asUser(member, (tx) =>
    tx
      .select({ wanted: organizationMembers.connectionAlerts })
      .from(organizationMembers)
      .where(
        and(
          eq(organizationMembers.organizationId, member.organizationId),
          eq(organizationMembers.userId, member.userId),
        ),
      ),
  );
  return row?.wanted ?? false;
}
