import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findMembership, type Member } from "#lib/organizations/membership.ts";
import { requireUser } from "./require-user.ts";

/** A stranger and a mistyped slug get the same 404: a 403 would confirm that the organization exists. */
export const requireMember = cache(async (slug: string): Promise<Member> => {
  const user = await requireUser();
  return (await findMembership(user, slug)) ?? notFound();
});
