import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMember } from "#lib/auth/require-member.ts";
import { findEvent } from "#lib/webhooks/find-event.ts";
import { EventStory } from "../../event-story.tsx";

export const metadata: Metadata = { title: "Event" };

type EventProps = { params: Promise<{ slug: string; id: string }> };

export default async function EventPage({ params }: EventProps) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const event = (await findEvent(member, id)) ?? notFound();

  return <EventStory member={member} event={event} />;
}
