import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findMembership, type Member } from "#lib/organizations/membership.ts";
import { currentUser, requireUser } from "./require-user.ts";

/** Asked once for each page, however many of its parts want to know. */
const membershipOf = cache((userId: string, email: string, slug: string) =>
  findMembership({ userId, email }, slug),
);

/** Who is signed in, as a member of this organization. */
export async function currentMember(slug: string): Promise<Member | undefined> {
  const user = await currentUser();
  return user ? membershipOf(user.userId, user.email, slug) : undefined;
}

/** A stranger and a mistyped slug get the same 404: a 403 would confirm that the organization exists. */
export async function requireMember(slug: string): Promise<Member> {
  // Of the user asked for here, not by way of `currentMember`: outside of pages nothing remembers who that is.
  const { userId, email } = await requireUser();
  return (await membershipOf(userId, email, slug)) ?? notFound();
}
