import "server-only";
import { and, eq } from "drizzle-orm";
import { organizationMembers, organizations } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Role } from "./roles.ts";

/** A person in an organization. Only `requireMember` hands one out, so that holding one is the proof. */
export type Member = {
  userId: string;
  email: string;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
  role: Role;
};

/** This person's place in the organization at this address, or nothing when they have none. */
export async function findMembership(
  user: { userId: string; email: string },
  slug: string,
): Promise<Member | undefined> {
  const rows = await asUser(user, (tx) =>
    tx
      .select({
        organizationId: organizations.id,
        organizationSlug: organizations.slug,
        organizationName: organizations.name,
        role: organizationMembers.role,
      })
      .from(organizations)
      .innerJoin(organizationMembers, eq(organizationMembers.organizationId, organizations.id))
      .where(and(eq(organizations.slug, slug), eq(organizationMembers.userId, user.userId))),
  );
  return rows[0] && { userId: user.userId, email: user.email, ...rows[0] };
}
