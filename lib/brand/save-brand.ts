import "server-only";
import { z } from "zod";
import { brandSettings } from "#drizzle/schema/tenancy.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";

const Colour = z
  .string()
  .trim()
  .regex(/^#[0-9a-f]{6}$/i, "Write the colour as # and six digits, such as #2A3EB1.")
  .toUpperCase();

/** What Settings → Brand changes, beside the logo. */
export const BrandChange = z.object({ primaryColor: Colour, secondaryColor: Colour });
export type BrandChange = z.infer<typeof BrandChange>;

/** Sets the organization's colours. */
export async function saveBrand(
  member: Member,
  colours: BrandChange,
  visitor?: Visitor,
): Promise<Result<undefined, "admins-only">> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const { organizationId } = member;

  return asUser(member, async (tx) => {
    await tx
      .insert(brandSettings)
      .values({ organizationId, ...colours })
      .onConflictDoUpdate({ target: brandSettings.organizationId, set: colours });
    await recordAudit(tx, {
      organizationId,
      action: "brand.changed",
      targetType: "organization",
      targetId: organizationId,
      metadata: colours,
      ...visitor,
    });
    return ok(undefined);
  });
}
