import { ChartLine, Download } from "lucide-react";
import type { Metadata, Route } from "next";
import { AnalyticsTabs } from "#components/analytics/analytics-tabs.tsx";
import { RangeBar } from "#components/analytics/range-bar.tsx";
import { spanWords } from "#components/analytics/span-words.ts";
import { SyncLine } from "#components/analytics/sync-line.tsx";
import { FilterChips } from "#components/events/filter-chips.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readAnalytics } from "#lib/analytics/read-analytics.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { AccountCards } from "./account-cards.tsx";
import { ConversationCards } from "./conversation-cards.tsx";
import { accountChip, rangeLinks } from "./filter-links.ts";

export const metadata: Metadata = { title: "Analytics" };

export default async function AnalyticsPage({ params, searchParams }: PageProps<"/o/[slug]/analytics">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const analytics = await readAnalytics(member, await searchParams);

  const { filter, query, ignored, today, accounts, chosen } = analytics;
  const { range } = filter;
  const home = `/o/${slug}`;
  const here = `${home}/analytics`;
  const { channel, connection } = filter;
  const kept = { ...(channel && { channel }), ...(connection && { connection }) };
  const chips = accountChip(here, filter, accounts);
  const exportHref = (figure?: string) => {
    const parameters = new URLSearchParams(query);
    // The days that are shown, also when the file is fetched after midnight.
    for (const [name, value] of Object.entries({ from: range.from, to: range.to }))
      parameters.set(name, value);
    parameters.delete("range");
    if (figure) parameters.set("figure", figure);
    return `${here}/export?${parameters}`;
  };
  const canExport = hasRole(member, "admin") && accounts.length > 0;

  return (
    <>
      <LiveRefresh slug={slug} topics={["syncs"]} />
      <PageHeader
        title="Analytics"
        description="How what you published did, and how customers were answered."
        actions={
          canExport && (
            <a href={exportHref()} download className={buttonStyle()}>
              <Download aria-hidden />
              Export CSV
            </a>
          )
        }
      />
      <AnalyticsTabs slug={slug} current="overview" query={query} />
      {accounts.length === 0 ? (
        <Card>
          <EmptyState
            icon={ChartLine}
            title="Nothing to measure yet"
            action={
              <ButtonLink href={`${home}/connections` as Route} variant="primary">
                Connect a channel
              </ButtonLink>
            }
          >
            Followers, reach, views and reply times of every connected account stand here, a line each.
          </EmptyState>
        </Card>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <RangeBar
              key={query}
              here={here}
              links={rangeLinks(here, filter, today)}
              {...{ from: range.from, to: range.to, today, kept }}
              isCustom={range.name === "custom"}
            />
            {chips.length > 0 && <FilterChips chips={chips} />}
          </div>
          {ignored.length > 0 && (
            <Notice tone="warn" className="mt-3">
              Part of this address could not be read and was left out: {ignored.join(", ")}.
            </Notice>
          )}
          <p className="mt-3">
            {spanWords(range)}, compared with {spanWords(range.before)}.
            {range.to >= today && " Today is not over yet."}
          </p>
          <SyncLine accounts={chosen} home={home} />
          <section aria-labelledby="accounts" className="mt-6">
            <h2 id="accounts" className="mb-3 font-semibold text-lg">
              Accounts
            </h2>
            <AccountCards analytics={analytics} home={home} exportHref={canExport ? exportHref : undefined} />
          </section>
          <section aria-labelledby="conversations" className="mt-8">
            <h2 id="conversations" className="mb-3 font-semibold text-lg">
              Conversations
            </h2>
            <ConversationCards
              analytics={analytics}
              home={home}
              exportHref={canExport ? exportHref : undefined}
            />
          </section>
        </>
      )}
    </>
  );
}
