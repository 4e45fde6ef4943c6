import type { Metadata, Route } from "next";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { meetingClock } from "#components/meetings/meeting-clock.ts";
import { MeetingDays, MeetingGroup } from "#components/meetings/meeting-days.tsx";
import { MeetingsTabs } from "#components/meetings/meetings-tabs.tsx";
import { NoMeetings } from "#components/meetings/no-meetings.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listMeetingAccounts } from "#lib/meetings/list-meeting-accounts.ts";
import { listPast, listUpcoming } from "#lib/meetings/list-meetings.ts";
import { findOrganization } from "#lib/organizations/queries.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { AccountNotices } from "./account-notices.tsx";

export const metadata: Metadata = { title: "Meetings" };

export default async function MeetingsPage({ params, searchParams }: PageProps<"/o/[slug]/meetings">) {
  const { slug } = await params;
  const { view: asked, from } = await searchParams;
  const member = await requireMember(slug);
  const view = asked === "past" ? "past" : "upcoming";
  const place = typeof from === "string" ? from : undefined;

  const [{ accounts, platform }, organization, list] = await Promise.all([
    listMeetingAccounts(member),
    findOrganization(member),
    view === "past"
      ? listPast(member, { before: place }).then((page) => ({ ...page, live: [], anytime: [] }))
      : listUpcoming(member, { after: place }),
  ]);
  const timeZone = organization?.timeZone ?? "UTC";
  const now = new Date();
  const rows = { slug, clock: meetingClock(timeZone) };
  const { live, meetings, anytime, next } = list;
  const isEmpty = live.length + meetings.length + anytime.length === 0;
  const address = (query: Record<string, string>) =>
    `/o/${slug}/meetings?${new URLSearchParams({ ...(view === "past" && { view }), ...query })}` as Route;

  return (
    <>
      <LiveRefresh slug={slug} topics={["meetings", "syncs", "connections"]} />
      <PageHeader
        title="Meetings"
        description={`What is planned, what is on and who came. Time zone: ${timeZone.replaceAll("_", " ")}.`}
      />
      <MeetingsTabs slug={slug} current={view} />
      <AccountNotices slug={slug} platform={platform} accounts={accounts} />
      {isEmpty ? (
        <NoMeetings
          {...{ slug, view, platform, isAdmin: hasRole(member, "admin") }}
          state={
            accounts.length === 0
              ? "none"
              : accounts.some(({ lastSyncedAt }) => lastSyncedAt)
                ? "read"
                : "unread"
          }
        />
      ) : (
        <div className="grid gap-6">
          {live.length > 0 && <MeetingGroup id="live" title="Live now" meetings={live} {...rows} />}
          <MeetingDays meetings={meetings} now={now} {...rows} />
          {anytime.length > 0 && (
            <MeetingGroup id="anytime" title="At any time" meetings={anytime} {...rows} />
          )}
        </div>
      )}
      {(next || place) && (
        <nav aria-label="Pages of meetings" className="mt-4 flex justify-between gap-2">
          {place ? <ButtonLink href={address({})}>Back to the first</ButtonLink> : <span />}
          {next && (
            <ButtonLink href={address({ from: next })}>{view === "past" ? "Earlier" : "Later"}</ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}
