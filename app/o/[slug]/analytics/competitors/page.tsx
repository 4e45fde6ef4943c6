import { Telescope } from "lucide-react";
import type { Metadata, Route } from "next";
import { AnalyticsTabs } from "#components/analytics/analytics-tabs.tsx";
import { RangeBar } from "#components/analytics/range-bar.tsx";
import { ComparedAccounts } from "#components/competitors/compared-accounts.tsx";
import { WatchCard } from "#components/competitors/watch-card.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readScope } from "#lib/analytics/read-scope.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { compareAccounts } from "#lib/competitors/compare-accounts.ts";
import { watchable } from "#lib/competitors/watchable.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { providerName } from "#lib/providers/registry.ts";
import { rangeLinks } from "../filter-links.ts";
import { stopFromForm, watchFromForm } from "./actions.ts";

export const metadata: Metadata = { title: "Competitors" };

export default async function CompetitorsPage({
  params,
  searchParams,
}: PageProps<"/o/[slug]/analytics/competitors">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const { filter, query, ignored, today, accounts } = await readScope(member, await searchParams);
  const { range } = filter;
  const compared = await compareAccounts(member, range);

  const home = `/o/${slug}`;
  const here = `${home}/analytics/competitors`;
  const kept = Object.fromEntries(
    [...new URLSearchParams(query)].filter(([name]) => name === "channel" || name === "connection"),
  );
  const isAdmin = hasRole(member, "admin");
  const platforms = watchable().map(({ provider, name, readers }) => ({
    provider,
    name,
    needs: readers.map(({ accountNoun }) => accountNoun),
    isReadable: accounts.some(
      (account) => account.isConnected && readers.some(({ id }) => id === account.provider),
    ),
  }));

  return (
    <>
      <PageHeader
        title="Competitors"
        description="How other businesses' accounts do beside yours, by public figures alone."
      />
      <AnalyticsTabs slug={slug} current="competitors" query={query} />
      <LiveRefresh slug={slug} topics={["syncs"]} />
      <div className="grid gap-4">
        <RangeBar
          here={here}
          links={rangeLinks(here, filter, today)}
          from={range.from}
          to={range.to}
          isCustom={range.name === "custom"}
          today={today}
          kept={kept}
        />
        {ignored.length > 0 && (
          <Notice tone="warn">
            Part of this address could not be read and was left out: {ignored.join(", ")}.
          </Notice>
        )}
        <p className="max-w-prose text-muted">
          These are public figures: what each account shows to everyone. Reach and views are known of your own
          accounts alone, so both sides are held against each other by followers, posts, likes and comments.
          Others' accounts are read about once a day.
        </p>
        {compared.length === 0 ? (
          <Card>
            <EmptyState
              icon={Telescope}
              title="Nothing to compare yet"
              action={
                <ButtonLink variant="primary" href={`${home}/connections` as Route}>
                  Connect an account
                </ButtonLink>
              }
            >
              Connect an account of your own first. Those of others are read through it and stand beside it
              here.
            </EmptyState>
          </Card>
        ) : (
          [...Map.groupBy(compared, ({ provider }) => provider)].map(([provider, group]) => (
            <ComparedAccounts
              key={provider}
              platform={providerName(provider)}
              accounts={group}
              contentHref={`${home}/analytics/content`}
              query={query}
              stop={isAdmin ? stopFromForm.bind(null, slug) : undefined}
            />
          ))
        )}
        <WatchCard
          platforms={platforms}
          connectionsHref={`${home}/connections`}
          refusal={isAdmin ? undefined : "Only owners and admins can choose whom to watch."}
          watch={watchFromForm.bind(null, slug)}
        />
      </div>
    </>
  );
}
