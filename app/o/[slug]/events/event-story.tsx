import { EventView } from "#components/events/event-view.tsx";
import { env } from "#lib/env.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { curlCommand } from "#lib/webhooks/curl-command.ts";
import { describeEvent } from "#lib/webhooks/describe-event.ts";
import type { EventDetail } from "#lib/webhooks/find-event.ts";
import { toldMeeting } from "#lib/webhooks/told-meeting.ts";

/** One event as the drawer and its own page both tell it. */
export async function EventStory({ member, event }: { member: Member; event: EventDetail }) {
  const home = `/o/${member.organizationSlug}`;
  const described = describeEvent(event);
  const meetingId = await toldMeeting(member, event);

  return (
    <EventView
      event={described}
      curl={curlCommand(described, env.APP_URL)}
      links={{
        connection: event.connectionId ? `${home}/connections/${event.connectionId}` : undefined,
        meeting: meetingId && `${home}/meetings/${meetingId}`,
        problem: event.problemId ? `${home}/events/problems?problem=${event.problemId}` : undefined,
        replayed: event.replayId ? `${home}/events/replays/${event.replayId}` : undefined,
        replay: hasRole(member, "admin") ? `${home}/events/replays/new?ids=${event.id}` : undefined,
      }}
    />
  );
}
