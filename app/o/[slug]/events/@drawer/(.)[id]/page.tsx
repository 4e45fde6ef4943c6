import { notFound } from "next/navigation";
import { EventView } from "#components/events/event-view.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { describeEvent } from "#lib/webhooks/describe-event.ts";
import { findEvent } from "#lib/webhooks/find-event.ts";

type DrawerProps = { params: Promise<{ slug: string; id: string }> };

export default async function EventInDrawer({ params }: DrawerProps) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const event = (await findEvent(member, withoutMarkers(id))) ?? notFound();

  return <EventView event={describeEvent(event)} />;
}

/** While developing, Next leaves the marks of interception in the parameter, one for each time it compiled the route. */
function withoutMarkers(id: string): string {
  return id.replace(/^(\(\.\))+/, "");
}
