import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import { env } from "#lib/env.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { retentionDays } from "#lib/organizations/settings.ts";
import { effectiveRetention } from "./effective-retention.ts";

/** For how many days the organization keeps events, and how few and how many may be chosen. */
export async function findRetention(member: Member) {
  const [organization] = await asUser(member, (tx) =>
    tx
      .select({ settings: organizations.settings })
      .from(organizations)
      .where(eq(organizations.id, member.organizationId)),
  );
  const longest = env.EVENT_RETENTION_MAX_DAYS;
  return {
    days: effectiveRetention(organization?.settings, longest),
    shortest: retentionDays.shortest,
    longest,
  };
}
