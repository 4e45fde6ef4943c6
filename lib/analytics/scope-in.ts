import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import type { Transaction } from "#lib/db/client.ts";
import { localDate } from "./calendar.ts";
import { analyticsQuery, chosenAccounts, parseAnalyticsFilter } from "./filter.ts";
import { listAccounts } from "./list-accounts.ts";

export type Query = Record<string, string | string[] | undefined>;

/** The days, in the organization's time zone, and the accounts that an address of Analytics asks for. */
export async function scopeIn(tx: Transaction, organizationId: string, query: Query, now: Date) {
  const [organization] = await tx
    .select({ timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const timeZone = organization?.timeZone ?? "UTC";
  const today = localDate(now, timeZone);
  const { filter, ignored } = parseAnalyticsFilter(query, today);
  const accounts = await listAccounts(tx, organizationId);

  return {
    timeZone,
    today,
    filter,
    query: analyticsQuery(filter),
    ignored,
    accounts,
    connectionIds: chosenAccounts(filter, accounts),
  };
}
