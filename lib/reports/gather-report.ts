import "server-only";
import { eq } from "drizzle-orm";
import type { deliverables } from "#drizzle/schema/deliverables.ts";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { accountFigures } from "#lib/analytics/account-figures.ts";
import { localDate } from "#lib/analytics/calendar.ts";
import { type AnalyticsAccount, listAccounts } from "#lib/analytics/list-accounts.ts";
import { customRange } from "#lib/analytics/range.ts";
import { brandOf } from "#lib/brand/brand-of.ts";
import { conversationFigures } from "#lib/conversations/conversation-figures.ts";
import type { Transaction } from "#lib/db/client.ts";
import { providerName } from "#lib/providers/registry.ts";
import { bestPosts } from "./best-posts.ts";
import { contentKindWords } from "./content-kind-words.ts";
import type { Report } from "./report.ts";
import { reportConversations } from "./report-conversations.ts";
import { reportNotes } from "./report-notes.ts";

type Asked = Pick<
  typeof deliverables.$inferSelect,
  "organizationId" | "clientName" | "title" | "periodFrom" | "periodTo" | "channels"
>;

/** All that a report says, but for the logo's bytes, which are not in the database. */
export async function gatherReport(
  tx: Transaction,
  asked: Asked,
  now: Date,
): Promise<{ report: Report; logoPath: string | null }> {
  const { organizationId, clientName, title } = asked;
  const range = customRange(asked.periodFrom ?? "", asked.periodTo ?? "");
  if (!range) throw new Error("A report has no period that can be read");

  const [organization] = await tx
    .select({ name: organizations.name, timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!organization) throw new Error("A report's organization is gone");

  const connectionIds = asked.channels.length > 0 ? asked.channels : undefined;
  const all = await listAccounts(tx, organizationId);
  const chosen = connectionIds ? all.filter(({ id }) => connectionIds.includes(id)) : all;
  const { logoPath, ...colours } = await brandOf(tx, organizationId);
  const { dates, figures } = await accountFigures(tx, organizationId, { range, connectionIds });
  const talked = await conversationFigures(tx, organizationId, { ...range, connectionIds }, now);
  const before = await conversationFigures(tx, organizationId, { ...range.before, connectionIds }, now);
  const posts = await bestPosts(tx, organizationId, range, connectionIds);

  // Of those no longer connected only the ones that had something in this period.
  const told = new Set([
    ...figures.flatMap((figure) => figure.accounts.map(({ connectionId }) => connectionId)),
    ...talked.channels.map(({ connectionId }) => connectionId),
    ...posts.map(({ connectionId }) => connectionId),
  ]);
  const accounts = chosen.filter(({ id, isConnected }) => isConnected || told.has(id));
  const nameOf = (id: string) => nameIn(all, id);

  const report: Report = {
    organizationName: organization.name,
    clientName,
    title,
    brand: { ...colours, logo: null },
    period: { from: range.from, to: range.to },
    before: range.before,
    dates,
    madeOn: localDate(now, organization.timeZone),
    accounts: accounts.map(({ displayName, provider, lastSyncedAt }) => ({
      name: displayName,
      channel: providerName(provider),
      lastSyncedAt,
    })),
    figures,
    conversations: reportConversations(talked, before, nameOf),
    posts: posts.map(({ type, connectionId, ...post }) => ({
      ...post,
      kind: contentKindWords(type),
      account: nameOf(connectionId),
    })),
    notes: reportNotes(accounts, figures, range.days),
  };
  return { report, logoPath };
}

function nameIn(accounts: readonly AnalyticsAccount[], id: string): string {
  const account = accounts.find((each) => each.id === id);
  return account ? `${account.displayName} (${providerName(account.provider)})` : "A removed account";
}
