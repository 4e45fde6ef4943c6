import "server-only";
import { eq, sql } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import type { Member } from "./membership.ts";
import { openTimesText } from "./open-times-text.ts";
import { type OpeningHours, weekdays } from "./opening-hours.ts";
import { hasRole } from "./roles.ts";
import { OrganizationSettings } from "./settings.ts";

/** Sets when the business is open, or with null that it is not said. Answers that were counted keep the hours of their time. */
export async function changeOpeningHours(
  member: Member,
  hours: OpeningHours | null,
  visitor?: Visitor,
): Promise<Result<null, "admins-only">> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  return asUser(member, async (tx) => {
    const { id, settings } = organizations;
    const [before] = await tx
      .select({ settings })
      .from(organizations)
      .where(eq(id, member.organizationId))
      .for("update");
    const [from, to] = [words(OrganizationSettings.parse(before?.settings).openingHours), words(hours)];
    if (from === to) return ok(null);

    const chosen = JSON.stringify({ openingHours: hours ?? undefined });
    await tx
      .update(organizations)
      .set({ settings: sql`(${settings} - 'openingHours') || ${chosen}::text::jsonb` })
      .where(eq(id, member.organizationId));
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "organization.changed",
      targetType: "organization",
      targetId: member.organizationId,
      metadata: { changes: { openingHours: { from, to } } },
      ...visitor,
    });
    return ok(null);
  });
}

function words(hours: OpeningHours | null | undefined): string {
  if (!hours) return "not set";
  return weekdays.map((day) => `${day.slice(0, 3)} ${openTimesText(hours[day]) || "closed"}`).join("; ");
}
