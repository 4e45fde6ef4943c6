import type { Metadata } from "next";
import { Suspense } from "react";
import { EventLog } from "#components/events/event-log.tsx";
import { EventsTabs } from "#components/events/events-tabs.tsx";
import { FilterChips } from "#components/events/filter-chips.tsx";
import { NoEvents } from "#components/events/no-events.tsx";
import { SearchBox } from "#components/events/search-box.tsx";
import { ViewsMenu } from "#components/events/views-menu.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listConnections } from "#lib/connections/queries.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { eventFilterQuery, parseEventFilter } from "#lib/webhooks/event-filter.ts";
import { findProblem } from "#lib/webhooks/problems.ts";
import { recentEventKinds } from "#lib/webhooks/recent-event-kinds.ts";
import { listViews } from "#lib/webhooks/views.ts";
import { countNewerEvents } from "../actions.ts";
import { eventPage } from "../event-page.ts";
import { filterChips } from "../filter-chips.ts";
import { HistogramSection } from "../histogram-section.tsx";
import { deleteViewFromForm, saveViewFromForm } from "../view-actions.ts";
import { whyEmpty } from "../why-empty.ts";

export const metadata: Metadata = { title: "Events" };

export default async function EventsPage({ params, searchParams }: PageProps<"/o/[slug]/events">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const isAdmin = hasRole(member, "admin");

  const { filter, ignored } = parseEventFilter(await searchParams);
  const [page, kinds, accounts, views, problem] = await Promise.all([
    eventPage(member, filter),
    recentEventKinds(member),
    listConnections(member),
    listViews(member),
    filter.problem ? findProblem(member, filter.problem) : undefined,
  ]);

  const here = `/o/${slug}/events`;
  const { before, after: _after, ...conditions } = filter;
  const { q, ...others } = conditions;
  const isFiltered = Object.keys(conditions).length > 0;
  const isNarrowed = isFiltered || before !== undefined;
  const why = page.rows.length > 0 || isNarrowed ? null : whyEmpty(slug, accounts);
  const isOver = filter.to !== undefined && Date.parse(filter.to) <= Date.now();
  const isNewestPage = !before && !page.newerHref;
  const query = eventFilterQuery(filter);
  const kept = eventFilterQuery(conditions);

  return (
    <>
      <PageHeader title="Events" description="Everything the connected platforms tell, as it arrives." />
      <EventsTabs slug={slug} current="events" isAdmin={isAdmin} />
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label="Search events" hint="Id, sender or words" here={here} words={q} others={others} />
        <FilterChips
          chips={filterChips(here, conditions, { kinds, accounts, problemCause: problem?.cause })}
          clearAllHref={isFiltered ? here : undefined}
        />
        <div className="order-2 sm:order-none sm:ml-auto">
          <ViewsMenu
            views={views.map((view) => ({
              ...view,
              href: `${here}?${view.query}`,
              current: `?${view.query}` === kept,
            }))}
            query={kept.slice(1)}
            canShare={hasRole(member, "member")}
            save={saveViewFromForm.bind(null, slug)}
            remove={deleteViewFromForm.bind(null, slug)}
          />
        </div>
      </div>
      {ignored.length > 0 && (
        <Notice tone="warn" className="mt-3">
          Part of this address could not be read and was left out: {ignored.join(", ")}.
        </Notice>
      )}
      <Suspense fallback={<Skeleton className="mt-4 h-34" />}>
        <HistogramSection member={member} filter={conditions} here={here} />
      </Suspense>
      <div className="mt-2">
        <EventLog
          // Another filter is another list: what was paused or counted belongs to the one before.
          key={query}
          slug={slug}
          page={page}
          newest={{ href: here + kept, readFrom: `${here}/newest${kept}` }}
          empty={<NoEvents why={why} lookedTo={page.lookedTo} clearHref={here} />}
          liveness={!isNewestPage ? "older" : isOver ? "over" : "live"}
          countNewer={countNewerEvents.bind(null, slug, conditions)}
          tools={isAdmin ? { replaysHref: `${here}/replays/new`, query: kept } : undefined}
        />
      </div>
    </>
  );
}
