import type { Route } from "next";
import { redirect } from "next/navigation";
import { lastOrganization } from "#lib/auth/last-organization.ts";
import { requireUser } from "#lib/auth/require-user.ts";
import { listOrganizations } from "#lib/organizations/queries.ts";

/** The way to where the person left off, or to their first organization. */
export default async function HomePage() {
  const user = await requireUser();
  const [organizations, last] = await Promise.all([listOrganizations(user), lastOrganization()]);

  const organization = organizations.find(({ slug }) => slug === last) ?? organizations[0];
  redirect((organization ? `/o/${organization.slug}` : "/new") as Route);
}
