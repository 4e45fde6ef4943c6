import "server-only";
import { asc, eq, isNull, or, sql } from "drizzle-orm";
import { brandSettings, organizationMembers, organizations, profiles } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "./membership.ts";

/** The organizations a person belongs to, by name: what the switcher lists. */
export function listOrganizations(user: { userId: string }) {
  const { slug, name } = organizations;

  return asUser(user, (tx) =>
    tx
      .select({ slug, name, role: organizationMembers.role })
      .from(organizations)
      .innerJoin(organizationMembers, eq(organizationMembers.organizationId, organizations.id))
      .where(eq(organizationMembers.userId, user.userId))
      .orderBy(asc(name), asc(slug)),
  );
}

/** What Settings → General shows. */
export async function findOrganization(member: Member) {
  const { name, slug, timeZone, businessType } = organizations;

  const [organization] = await asUser(member, (tx) =>
    tx
      .select({ name, slug, timeZone, businessType })
      .from(organizations)
      .where(eq(organizations.id, member.organizationId)),
  );
  return organization;
}

/** What the frame needs beside the membership: the person's name and the brand colour, the platform's if none is set. */
export function findFrame(member: Member) {
  return asUser(member, async (tx) => {
    const [brand] = await tx
      .select({ primaryColor: brandSettings.primaryColor })
      .from(brandSettings)
      .where(
        or(eq(brandSettings.organizationId, member.organizationId), isNull(brandSettings.organizationId)),
      )
      .orderBy(sql`${brandSettings.organizationId} nulls last`)
      .limit(1);
    const [person] = await tx
      .select({ name: profiles.name })
      .from(profiles)
      .where(eq(profiles.id, member.userId));

    return { primaryColor: brand?.primaryColor, personName: person?.name ?? null };
  });
}
