import { Hono } from "hono";
import { authenticate, requireScopes } from "./authenticate.ts";
import { iso } from "./iso.ts";
import { courseOf } from "./meetings-of.ts";
import { namedMeetings, noSuchMeeting } from "./named-meeting.ts";
import { pageOf, pageSize } from "./page-of.ts";
import { participantResource } from "./participant-resource.ts";
import { applyRateLimit } from "./rate-limits.ts";
import type { Zoom } from "./zoom.ts";
import { ZoomError } from "./zoom-error.ts";

/** What took place: each instance, how long it took, and who came. */
export function pastRoutes(zoom: Zoom): Hono {
  const { state } = zoom;
  const routes = new Hono();

  routes.get("/v2/past_meetings/:id", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "meeting:read:past_meeting");
    applyRateLimit(zoom, context, caller.user, "Light");
    const meeting = held(zoom, caller.user, context).at(-1);
    if (!meeting) throw noSuchMeeting(context);

    const { from, to } = courseOf(meeting);
    const minutes = Math.max(1, Math.round((to - from) / 60_000));
    const { uuid, id, hostId, topic, type, participants } = meeting;
    return context.json({
      uuid,
      id,
      host_id: hostId,
      topic,
      type,
      user_name: `${caller.user.firstName} ${caller.user.lastName}`,
      user_email: caller.user.email,
      start_time: iso(from),
      end_time: iso(to),
      duration: minutes,
      total_minutes: minutes * participants.length,
      participants_count: participants.length,
      dept: "",
      source: "Zoom",
    });
  });

  routes.get("/v2/past_meetings/:id/instances", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "meeting:read:list_past_instances");
    applyRateLimit(zoom, context, caller.user, "Medium");
    const meetings = held(zoom, caller.user, context);
    return context.json({
      meetings: meetings.map((meeting) => ({ uuid: meeting.uuid, start_time: iso(courseOf(meeting).from) })),
    });
  });

  routes.get("/v2/past_meetings/:id/participants", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "meeting:read:list_past_participants");
    applyRateLimit(zoom, context, caller.user, "Medium");
    if (caller.user.plan === "basic") {
      throw new ZoomError(400, { code: 200, message: "Only available for Paid account." });
    }
    const meeting = held(zoom, caller.user, context).at(-1);
    if (!meeting) throw noSuchMeeting(context);

    const query = context.req.query();
    const size = pageSize(query);
    const { page, next } = pageOf(meeting.participants, size, query.next_page_token ?? "");
    return context.json({
      next_page_token: next,
      page_count: Math.ceil(meeting.participants.length / size),
      page_size: size,
      total_records: meeting.participants.length,
      participants: page.map((participant) => participantResource(participant, courseOf(meeting).to)),
    });
  });

  return routes;
}

function held(
  { state }: Zoom,
  ...[user, context]: [Parameters<typeof namedMeetings>[1], Parameters<typeof namedMeetings>[2]]
) {
  return namedMeetings(state, user, context).filter(({ status }) => status === "ended");
}
