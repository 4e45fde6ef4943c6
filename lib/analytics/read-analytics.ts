import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { conversationFigures } from "#lib/conversations/conversation-figures.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { accountFigures } from "./account-figures.ts";
import { localDate } from "./calendar.ts";
import { analyticsQuery, chosenAccounts, parseAnalyticsFilter } from "./filter.ts";
import { listAccounts } from "./list-accounts.ts";

export type Analytics = Awaited<ReturnType<typeof readAnalytics>>;

/** What an address of Analytics asks for: its days in the organization's time zone, its accounts, and their figures. */
export function readAnalytics(
  member: Member,
  query: Record<string, string | string[] | undefined>,
  now = new Date(),
) {
  return asUser(member, async (tx) => {
    const { organizationId } = member;
    const timeZone = await timeZoneOf(tx, organizationId);
    const today = localDate(now, timeZone);
    const { filter, ignored } = parseAnalyticsFilter(query, today);
    const accounts = await listAccounts(tx, organizationId);
    const connectionIds = chosenAccounts(filter, accounts);
    const { range } = filter;
    const { dates, figures } = await accountFigures(tx, organizationId, { range, connectionIds });
    const conversations = await conversationFigures(tx, organizationId, { ...range, connectionIds }, now);
    const conversationsBefore = await conversationFigures(
      tx,
      organizationId,
      { ...range.before, connectionIds },
      now,
    );

    return {
      timeZone,
      today,
      filter,
      query: analyticsQuery(filter),
      ignored,
      accounts,
      /** Those that the filter chooses. */
      chosen: connectionIds ? accounts.filter(({ id }) => connectionIds.includes(id)) : accounts,
      dates,
      figures,
      conversations,
      conversationsBefore,
    };
  });
}

async function timeZoneOf(tx: Transaction, organizationId: string): Promise<string> {
  const [organization] = await tx
    .select({ timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return organization?.timeZone ?? "UTC";
}
