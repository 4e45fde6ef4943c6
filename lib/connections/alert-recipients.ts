import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { organizationMembers, profiles } from "#drizzle/schema/tenancy.ts";
import type { Transaction } from "#lib/db/client.ts";

/** Who is written to about an organization's connections: those who can mend them, and want to know. */
export function alertRecipients(tx: Transaction, organizationId: string) {
  return tx
    .select({ userId: profiles.id, email: profiles.email })
    .from(organizationMembers)
    .innerJoin(profiles, eq(profiles.id, organizationMembers.userId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        inArray(organizationMembers.role, ["owner", "admin"]),
        eq(organizationMembers.connectionAlerts, true),
      ),
    );
}
