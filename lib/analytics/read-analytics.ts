import "server-only";
import { conversationFigures } from "#lib/conversations/conversation-figures.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { accountFigures } from "./account-figures.ts";
import { type Query, scopeIn } from "./scope-in.ts";

export type Analytics = Awaited<ReturnType<typeof readAnalytics>>;

/** What an address of Analytics asks for: its days and accounts, their figures, and how their customers were answered. */
export function readAnalytics(member: Member, query: Query, now = new Date()) {
  return asUser(member, async (tx) => {
    const { organizationId } = member;
    const scope = await scopeIn(tx, organizationId, query, now);
    const { accounts, connectionIds, filter } = scope;
    const { range } = filter;
    const { from, to, before } = range;
    // One after another on the transaction's one connection, without waiting for an answer in between.
    const [{ dates, figures }, conversations, conversationsBefore] = await Promise.all([
      accountFigures(tx, organizationId, { range, connectionIds }),
      conversationFigures(tx, organizationId, { from, to, connectionIds }, now),
      conversationFigures(tx, organizationId, { ...before, connectionIds }, now),
    ]);

    return {
      ...scope,
      /** Those that the filter chooses. */
      chosen: connectionIds ? accounts.filter(({ id }) => connectionIds.includes(id)) : accounts,
      dates,
      figures,
      conversations,
      conversationsBefore,
    };
  });
}
