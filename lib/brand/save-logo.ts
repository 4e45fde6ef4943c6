import "server-only";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { brandSettings } from "#drizzle/schema/tenancy.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { removeFile, storeFile } from "#lib/storage/files.ts";
import type { Storage } from "#lib/storage/service-storage.ts";
import { type LogoProblem, logoFile } from "./logo-file.ts";

/**
 * Puts a new logo in place of the old, as the person whose storage this is; null takes it away. The file lies there before
 * anything refers to it, and the old one goes last, so that at no time a logo is shown that is not there.
 */
export async function saveLogo(
  member: Member,
  storage: Storage,
  bytes: Uint8Array | null,
  visitor?: Visitor,
): Promise<Result<undefined, "admins-only" | LogoProblem>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const { organizationId } = member;

  let path: string | null = null;
  if (bytes) {
    const picture = logoFile(bytes);
    if (!picture.ok) return picture;
    path = `${organizationId}/${uuidv7()}.${picture.value.ending}`;
    await storeFile(storage, { bucket: "logos", path }, { bytes, type: picture.value.type });
  }
  const former = await remember(member, path, visitor);
  // It is ours by its first part; whatever else the column held is left alone.
  if (former?.startsWith(`${organizationId}/`)) await removeFile(storage, { bucket: "logos", path: former });
  return ok(undefined);
}

function remember(member: Member, logoPath: string | null, visitor?: Visitor): Promise<string | null> {
  const { organizationId } = member;

  return asUser(member, async (tx) => {
    const [before] = await tx
      .select({ logoPath: brandSettings.logoPath })
      .from(brandSettings)
      .where(eq(brandSettings.organizationId, organizationId))
      .for("update");
    await tx
      .insert(brandSettings)
      .values({ organizationId, logoPath })
      .onConflictDoUpdate({ target: brandSettings.organizationId, set: { logoPath } });
    await recordAudit(tx, {
      organizationId,
      action: logoPath ? "brand.logo_changed" : "brand.logo_removed",
      targetType: "organization",
      targetId: organizationId,
      ...visitor,
    });
    return before?.logoPath ?? null;
  });
}
