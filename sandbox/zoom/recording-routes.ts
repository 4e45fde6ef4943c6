import { Hono } from "hono";
import { authenticate, requireScopes } from "./authenticate.ts";
import { courseOf, meetingsOf } from "./meetings-of.ts";
import { namedMeetings } from "./named-meeting.ts";
import { pageOf, pageSize } from "./page-of.ts";
import { applyRateLimit } from "./rate-limits.ts";
import { recordingResource } from "./recording-resource.ts";
import type { Zoom } from "./zoom.ts";
import { ZoomError } from "./zoom-error.ts";

const day = 86_400_000;

/** Cloud recordings: by month, and of one meeting. Who has no paid plan has none. */
export function recordingRoutes(zoom: Zoom): Hono {
  const { state } = zoom;
  const routes = new Hono();

  routes.get("/v2/users/:user/recordings", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "cloud_recording:read:list_user_recordings");
    applyRateLimit(zoom, context, caller.user, "Medium");
    const query = context.req.query();
    const [from, to] = [Date.parse(`${query.from}T00:00:00Z`), Date.parse(`${query.to}T00:00:00Z`)];
    // No more than a month at a time.
    if (!(from <= to) || to - from > 31 * day)
      throw new ZoomError(400, { code: 300, message: "Validation Failed." });

    const recorded = meetingsOf(state, caller.user).filter((meeting) => {
      const at = courseOf(meeting).from;
      return meeting.recorded && at >= from && at < to + day;
    });
    const size = pageSize(query);
    const { page, next } = pageOf(recorded, size, query.next_page_token ?? "");
    return context.json({
      from: query.from,
      to: query.to,
      next_page_token: next,
      page_count: Math.ceil(recorded.length / size),
      page_size: size,
      total_records: recorded.length,
      meetings: page.map((meeting) => recordingResource(meeting, caller.user)),
    });
  });

  routes.get("/v2/meetings/:id/recordings", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "cloud_recording:read:list_recording_files");
    applyRateLimit(zoom, context, caller.user, "Light");
    const meeting = namedMeetings(state, caller.user, context).findLast(({ recorded }) => recorded);
    if (!meeting) throw new ZoomError(404, { code: 3301, message: "This recording does not exist." });
    return context.json(recordingResource(meeting, caller.user));
  });

  return routes;
}
