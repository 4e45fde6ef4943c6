import "server-only";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { type Query, scopeIn } from "./scope-in.ts";

/** The days, in the organization's time zone, and the accounts that an address of Analytics asks for. */
export function readScope(member: Member, query: Query, now = new Date()) {
  return asUser(member, (tx) => scopeIn(tx, member.organizationId, query, now));
}
