import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findMembership, type Member } from "#lib/organizations/membership.ts";
import { currentUser, requireUser } from "./require-user.ts";

/** Who is signed in, as a member of this organization; asked once for each request. */
export const currentMember = cache(async (slug: string): Promise<Member | undefined> => {
  const user = await currentUser();
  return user ? findMembership(user, slug) : undefined;
});

/** A stranger and a mistyped slug get the same 404: a 403 would confirm that the organization exists. */
export async function requireMember(slug: string): Promise<Member> {
  await requireUser();
  return (await currentMember(slug)) ?? notFound();
}
