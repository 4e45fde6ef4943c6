import { Hono } from "hono";
import { authenticate, requireScopes } from "./authenticate.ts";
import { iso } from "./iso.ts";
import { namedMeetings, noSuchMeeting } from "./named-meeting.ts";
import { applyRateLimit } from "./rate-limits.ts";
import type { Zoom } from "./zoom.ts";

/** One meeting as it is planned, with its times where it repeats. */
export function meetingRoutes(zoom: Zoom): Hono {
  const { state } = zoom;
  const routes = new Hono();

  routes.get("/v2/meetings/:id", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "meeting:read:meeting");
    applyRateLimit(zoom, context, caller.user, "Light");
    const named = namedMeetings(state, caller.user, context);
    const times = named.filter(({ occurrenceId }) => occurrenceId !== undefined);
    const meeting = times[0] ?? named.at(-1);
    if (!meeting) throw noSuchMeeting(context);

    const { id, uuid, hostId, topic, type, status, startTime, duration, agenda } = meeting;
    return context.json({
      id,
      uuid,
      host_id: hostId,
      host_email: caller.user.email,
      topic,
      type,
      status: status === "started" ? "started" : "waiting",
      start_time: iso(startTime),
      duration,
      timezone: caller.user.timezone,
      ...(agenda ? { agenda } : {}),
      start_url: `https://us06web.zoom.us/s/${id}?zak=sandbox`,
      join_url: `https://us06web.zoom.us/j/${id}?pwd=sandbox`,
      ...(times.length > 0 ? { occurrences: times.map(occurrence) } : {}),
      settings: {},
    });
  });

  return routes;
}

function occurrence({
  occurrenceId,
  startTime,
  duration,
}: {
  occurrenceId?: string;
  startTime: number;
  duration: number;
}) {
  return { occurrence_id: occurrenceId, start_time: iso(startTime), duration, status: "available" };
}
