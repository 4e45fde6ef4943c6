import { ExternalLink } from "lucide-react";
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { MeetingBadge } from "#components/meetings/meeting-badge.tsx";
import { meetingClock } from "#components/meetings/meeting-clock.ts";
import { MeetingFacts } from "#components/meetings/meeting-facts.tsx";
import { Recordings } from "#components/meetings/recordings.tsx";
import { WhoCame } from "#components/meetings/who-came.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { findMeeting, type MeetingDetail } from "#lib/meetings/find-meeting.ts";
import { findOrganization } from "#lib/organizations/queries.ts";
import { providerName } from "#lib/providers/registry.ts";

type Props = PageProps<"/o/[slug]/meetings/[id]">;

const titleOf = (meeting: MeetingDetail) => meeting.topic || "Meeting without a topic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const meeting = await findMeeting(await requireMember(slug), id);
  return { title: meeting ? titleOf(meeting) : "Not found" };
}

export default async function MeetingPage({ params }: Props) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const [found, organization] = await Promise.all([findMeeting(member, id), findOrganization(member)]);
  const meeting = found ?? notFound();

  const platform = providerName(meeting.provider);
  const timeZone = organization?.timeZone ?? "UTC";
  const clock = meetingClock(timeZone);
  const isJoinable = meeting.phase === "live" || meeting.phase === "planned";

  return (
    <>
      <LiveRefresh slug={slug} topics={["meetings"]} />
      <PageHeader
        title={titleOf(meeting)}
        parent={{ href: `/o/${slug}/meetings` as Route, label: "Meetings" }}
        badge={<MeetingBadge phase={meeting.phase} />}
        actions={
          isJoinable &&
          meeting.joinUrl && (
            <a href={meeting.joinUrl} target="_blank" rel="noreferrer" className={buttonStyle()}>
              Open at {platform}
              <ExternalLink aria-hidden className="size-4" />
            </a>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <MeetingFacts {...{ meeting, clock, timeZone }} now={new Date()} />
          <Recordings meeting={meeting} platform={platform} />
        </div>
        <WhoCame {...{ meeting, clock, platform }} />
      </div>
    </>
  );
}
