import type { Sql } from "postgres";
import type { Member } from "#lib/organizations/membership.ts";

const accounts = [
  ["facebook", "Harbour Bakery"],
  ["facebook", "Harbour Academy"],
  ["instagram", "harbourbakery"],
  ["instagram", "harbouracademy"],
  ["whatsapp", "+1 555-000-1111"],
] as const;

/** An organization with its owner and five connected accounts. */
export async function anAnalyticsOrganization(sql: Sql, name: string): Promise<Member> {
  const email = `${name}@example.com`;
  const [person] =
    await sql`insert into auth.users (id, email) values (gen_random_uuid(), ${email}) returning id`;
  const [organization] =
    await sql`insert into organizations (name, slug) values (${name}, ${name}) returning id`;
  const [userId, organizationId] = [String(person?.id), String(organization?.id)];
  await sql`
    insert into organization_members (organization_id, user_id, role) values (${organizationId}, ${userId}, 'owner')`;
  await sql`insert into connections ${sql(
    accounts.map(([provider, displayName], index) => ({
      organization_id: organizationId,
      provider,
      external_id: `${name}-${index}`,
      display_name: displayName,
      status: "healthy",
    })),
  )}`;
  return { userId, email, organizationId, organizationSlug: name, organizationName: name, role: "owner" };
}
