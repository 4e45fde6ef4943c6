import "server-only";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { brandOf } from "./brand-of.ts";

/** What Settings → Brand shows. */
export const findBrand = (member: Member) => asUser(member, (tx) => brandOf(tx, member.organizationId));
