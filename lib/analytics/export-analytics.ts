import "server-only";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import { byteOrderMark, csvText } from "#lib/export/csv-text.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { providerName } from "#lib/providers/registry.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { type Analytics, readAnalytics } from "./read-analytics.ts";

const columns = ["date", "account", "account_id", "channel", "figure", "value"];

/**
 * The figures a page of Analytics shows, an account, day and figure a row; a gap is no row. `figure` chooses one of them,
 * `messages` those of conversations. For owners and admins, with a trace.
 */
export async function exportAnalytics(
  member: Member,
  { figure, ...query }: Record<string, string | undefined>,
  visitor?: Visitor,
): Promise<Result<{ text: string; fileName: string }, "admins-only" | "not-understood">> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const analytics = await readAnalytics(member, query);
  if (analytics.ignored.length > 0) return fail("not-understood");

  await asUser(member, (tx) =>
    recordAudit(tx, {
      organizationId: member.organizationId,
      action: "analytics.exported",
      targetType: "organization",
      targetId: member.organizationId,
      metadata: { query: analytics.query, ...(figure && { figure }) },
      ...visitor,
    }),
  );

  const { from, to } = analytics.filter.range;
  const rows = [...figureRows(analytics), ...messageRows(analytics)].filter(
    ([, , , , name]) =>
      !figure || name === figure || (figure === "messages" && name?.startsWith("messages_")),
  );
  return ok({
    text: byteOrderMark + csvText([columns, ...rows]),
    fileName: `${member.organizationSlug}-analytics-${from}-to-${to}.csv`,
  });
}

type Cells = [
  date: string,
  account: string,
  accountId: string,
  channel: string,
  figure: string,
  value: number,
];

function figureRows({ accounts, dates, figures }: Analytics): Cells[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return figures.flatMap(({ metric, accounts: each }) =>
    each.flatMap(({ connectionId, days }) => {
      const account = byId.get(connectionId);
      return days.flatMap((value, day): Cells[] =>
        value === null || !account
          ? []
          : [
              [
                dates[day] ?? "",
                account.displayName,
                connectionId,
                providerName(account.provider),
                metric,
                value,
              ],
            ],
      );
    }),
  );
}

/** Of all accounts that are looked at together. */
function messageRows({ conversations: { days, since } }: Analytics): Cells[] {
  return days
    .filter(({ date }) => since !== null && date >= since)
    .flatMap(({ date, received, sent, started }): Cells[] => [
      [date, "All", "", "", "messages_received", received],
      [date, "All", "", "", "messages_sent", sent],
      [date, "All", "", "", "messages_conversations_begun", started],
    ]);
}
