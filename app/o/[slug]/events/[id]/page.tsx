import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Card, CardBody } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { findEvent } from "#lib/webhooks/find-event.ts";
import { EventStory } from "../event-story.tsx";

export const metadata: Metadata = { title: "Event" };

export default async function EventPage({ params }: PageProps<"/o/[slug]/events/[id]">) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const event = (await findEvent(member, id)) ?? notFound();

  return (
    <>
      <LiveRefresh slug={slug} topics={["events"]} />
      <PageHeader title="Event" parent={{ href: `/o/${slug}/events` as Route, label: "Events" }} />
      <Card>
        <CardBody>
          <EventStory member={member} event={event} />
        </CardBody>
      </Card>
    </>
  );
}
