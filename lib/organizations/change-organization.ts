import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import type { OrganizationChange } from "./input.ts";
import { isTaken } from "./is-taken.ts";
import type { Member } from "./membership.ts";
import { hasRole } from "./roles.ts";

/** Changes name, address, time zone and kind of business. The audit log names what changed, not every field. */
export async function changeOrganization(
  member: Member,
  input: OrganizationChange,
  visitor?: Visitor,
): Promise<Result<{ slug: string }, "admins-only" | "slug-taken">> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  try {
    await change(member, input, visitor);
  } catch (error) {
    if (isTaken(error, "organizations_slug_key")) return fail("slug-taken");
    throw error;
  }
  return ok({ slug: input.slug });
}

function change(member: Member, input: OrganizationChange, visitor?: Visitor) {
  const { name, slug, timeZone, businessType, id } = organizations;
  const wanted = { ...input, businessType: input.businessType ?? null };

  return asUser(member, async (tx) => {
    const [before] = await tx
      .select({ name, slug, timeZone, businessType })
      .from(organizations)
      .where(eq(id, member.organizationId))
      .for("update");
    if (!before) throw new Error("The organization is gone");

    const changed = (Object.keys(before) as (keyof typeof before)[]).filter(
      (field) => before[field] !== wanted[field],
    );
    if (changed.length === 0) return;

    await tx.update(organizations).set(wanted).where(eq(id, member.organizationId));
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "organization.changed",
      targetType: "organization",
      targetId: member.organizationId,
      metadata: {
        changes: Object.fromEntries(
          changed.map((field) => [field, { from: before[field], to: wanted[field] }]),
        ),
      },
      ...visitor,
    });
  });
}
