import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { localDate } from "./calendar.ts";
import { analyticsQuery, chosenAccounts, parseAnalyticsFilter } from "./filter.ts";
import { listAccounts } from "./list-accounts.ts";

/** The days, in the organization's time zone, and the accounts that an address of Analytics asks for. */
export function readScope(
  member: Member,
  query: Record<string, string | string[] | undefined>,
  now = new Date(),
) {
  return asUser(member, async (tx) => {
    const [organization] = await tx
      .select({ timeZone: organizations.timeZone })
      .from(organizations)
      .where(eq(organizations.id, member.organizationId));
    const timeZone = organization?.timeZone ?? "UTC";
    const today = localDate(now, timeZone);
    const { filter, ignored } = parseAnalyticsFilter(query, today);
    const accounts = await listAccounts(tx, member.organizationId);

    return {
      timeZone,
      today,
      filter,
      query: analyticsQuery(filter),
      ignored,
      accounts,
      connectionIds: chosenAccounts(filter, accounts),
    };
  });
}
