import { Download } from "lucide-react";
import type { Metadata, Route } from "next";
import { AnalyticsTabs } from "#components/analytics/analytics-tabs.tsx";
import { SyncLine } from "#components/analytics/sync-line.tsx";
import { ContentList } from "#components/content/content-list.tsx";
import { contentSummary } from "#components/content/content-summary.ts";
import { metricWords } from "#components/content/content-words.ts";
import { NoContent } from "#components/content/no-content.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readScope } from "#lib/analytics/read-scope.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { contentFilterPairs, contentMetrics, parseContentFilter } from "#lib/social/content-filter.ts";
import { listContent } from "#lib/social/list-content.ts";
import { contentAddress, withPairs } from "./content-address.ts";
import { sortLink } from "./content-chips.ts";
import { ContentToolbar } from "./content-toolbar.tsx";
import { dayWords } from "./day-words.ts";
import { whyNoContent } from "./why-no-content.ts";

export const metadata: Metadata = { title: "Content" };

export default async function ContentPage({
  params,
  searchParams,
}: PageProps<"/o/[slug]/analytics/content">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const asked = await searchParams;
  const scope = await readScope(member, asked);
  const { filter, ignored } = parseContentFilter(asked);
  const { range } = scope.filter;
  const { connectionIds, query, accounts } = scope;
  const page = await listContent(member, { range, connectionIds, filter });

  const home = `/o/${slug}`;
  const here = `${home}/analytics/content`;
  const place = { here, query, filter };
  const { after, ...conditions } = filter;
  const address = (more: { after?: string }) =>
    contentAddress(here, query, { ...conditions, ...more }) as Route;
  const chosen = connectionIds ? accounts.filter(({ id }) => connectionIds.includes(id)) : accounts;
  const isNarrowed = filter.q !== undefined || filter.type !== undefined || after !== undefined;
  const day = dayWords(scope.timeZone);
  const left = [...scope.ignored, ...ignored];
  const exportHref = withPairs(`${here}/export${query}`, contentFilterPairs(conditions));

  return (
    <>
      <PageHeader
        title="Content"
        description="What your accounts published, and how it did."
        actions={
          hasRole(member, "admin") && (
            <a href={exportHref} download className={buttonStyle()}>
              <Download aria-hidden />
              Export CSV
            </a>
          )
        }
      />
      <AnalyticsTabs slug={slug} current="content" query={query} />
      <LiveRefresh slug={slug} topics={["syncs"]} />
      <div className="grid gap-3">
        <ContentToolbar here={here} scope={scope} filter={conditions} />
        {left.length > 0 && (
          <Notice tone="warn">
            Part of this address could not be read and was left out: {left.join(", ")}.
          </Notice>
        )}
        <SyncLine accounts={chosen} home={home} />
        {page.items.length === 0 ? (
          <NoContent
            isNarrowed={isNarrowed}
            clearHref={here + query}
            why={whyNoContent(home, { accounts: chosen, range })}
          />
        ) : (
          <>
            <p className="text-muted">{contentSummary(page, range)}</p>
            <ContentList
              rows={page.items.map((item) => ({
                ...item,
                href: `${here}/${item.id}${query}`,
                day: day(item.publishedAt),
              }))}
              published={sortLink("Post, by when it was published", "published", place)}
              metrics={contentMetrics.map((metric) => ({
                metric,
                ...sortLink(metricWords[metric], metric, place),
              }))}
            />
          </>
        )}
      </div>
      <nav aria-label="Pages of posts" className="mt-3 flex justify-between gap-2">
        {after ? <ButtonLink href={address({})}>First page</ButtonLink> : <span />}
        {page.further && <ButtonLink href={address({ after: page.further })}>Next page</ButtonLink>}
      </nav>
    </>
  );
}
