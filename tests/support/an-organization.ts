import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { organizationRole } from "#drizzle/schema/tenancy.ts";
import { organizationMembers, organizations } from "#drizzle/schema/tenancy.ts";
import { asSystem } from "#lib/db/as-system.ts";

export type Role = (typeof organizationRole.enumValues)[number];

/** A person who signed up; the profile comes from the trigger, as it does for everyone. */
export async function aPerson(name = "someone"): Promise<{ userId: string; email: string }> {
  const userId = uuidv7();
  const email = `${name}-${userId}@example.com`;
  await asSystem((tx) => tx.execute(sql`insert into auth.users (id, email) values (${userId}, ${email})`));
  return { userId, email };
}

/** A fresh organization with one person in each role; the persons are members as `requireMember` makes them. */
export async function anOrganization(name = "Acme") {
  const organizationId = uuidv7();
  const organizationSlug = `acme-${organizationId}`.slice(0, 48);

  const member = async (role: Role) => ({
    ...(await aPerson(role)),
    organizationId,
    organizationSlug,
    organizationName: name,
    role,
  });
  const [owner, admin, plain, viewer] = await Promise.all([
    member("owner"),
    member("admin"),
    member("member"),
    member("viewer"),
  ]);

  await asSystem(async (tx) => {
    await tx.insert(organizations).values({ id: organizationId, name, slug: organizationSlug });
    await tx
      .insert(organizationMembers)
      .values([owner, admin, plain, viewer].map(({ userId, role }) => ({ organizationId, userId, role })));
  });
  return { id: organizationId, slug: organizationSlug, name, owner, admin, member: plain, viewer };
}

export type Organization = Awaited<ReturnType<typeof anOrganization>>;
