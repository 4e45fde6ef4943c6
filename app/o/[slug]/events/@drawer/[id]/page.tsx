import { notFound } from "next/navigation";
import { requireMember } from "#lib/auth/require-member.ts";
import { findEvent } from "#lib/webhooks/find-event.ts";
import { EventStory } from "../../event-story.tsx";

type DrawerProps = { params: Promise<{ slug: string; id: string }> };

export default async function EventInDrawer({ params }: DrawerProps) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const event = (await findEvent(member, withoutMarkers(id))) ?? notFound();

  return <EventStory member={member} event={event} />;
}

/** While developing, Next leaves the marks of interception in the parameter, one for each time it compiled the route. */
function withoutMarkers(id: string): string {
  return id.replace(/^(\(\.\))+/, "");
}
