import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { OpeningHours } from "./opening-hours.ts";
import { OrganizationSettings } from "./settings.ts";

/** The zone the business's days are told in, and when it is open; no hours while it has not said. */
export async function businessTime(
  tx: Transaction,
  organizationId: string,
): Promise<{ timeZone: string; hours: OpeningHours | null }> {
  const [organization] = await tx
    .select({ timeZone: organizations.timeZone, settings: organizations.settings })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const { openingHours } = OrganizationSettings.parse(organization?.settings ?? {});
  return { timeZone: organization?.timeZone ?? "UTC", hours: openingHours ?? null };
}
