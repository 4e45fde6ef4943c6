import { Hono } from "hono";
import { authenticate, requireScopes } from "./authenticate.ts";
import { listMeetings } from "./list-meetings.ts";
import { meetingRoutes } from "./meeting-routes.ts";
import { pastRoutes } from "./past-routes.ts";
import { applyRateLimit } from "./rate-limits.ts";
import { recordingRoutes } from "./recording-routes.ts";
import { userResource } from "./user-resource.ts";
import type { Zoom } from "./zoom.ts";
import { ZoomError } from "./zoom-error.ts";

/** api.zoom.us/v2. A user's token works for `me`: with an id or an address in its place it lacks a scope. */
export function restRoutes(zoom: Zoom): Hono {
  const { state } = zoom;
  const routes = new Hono();

  routes.use("/v2/users/:user/*", async (context, next) => {
    const caller = authenticate(state, context);
    const asked = context.req.param("user");
    if (asked !== "me") {
      const exists = Object.values(state.users).some(({ id, email }) => [id, email].includes(asked));
      if (!exists) throw new ZoomError(404, { code: 1001, message: `User does not exist: ${asked}.` });
      requireScopes(caller, "user:read:user:admin");
    }
    await next();
  });

  routes.get("/v2/users/:user", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "user:read:user");
    applyRateLimit(zoom, context, caller.user, "Light");
    return context.json(userResource(caller.user));
  });

  routes.get("/v2/users/:user/meetings", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "meeting:read:list_meetings");
    applyRateLimit(zoom, context, caller.user, "Medium");
    return context.json(listMeetings(state, caller.user, context.req.query()));
  });

  routes.get("/v2/users/:user/upcoming_meetings", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "meeting:read:list_upcoming_meetings");
    applyRateLimit(zoom, context, caller.user, "Medium");
    const { total_records, meetings } = listMeetings(state, caller.user, {
      type: "upcoming",
      page_size: "300",
    });
    return context.json({ total_records, meetings });
  });

  routes.route("/", meetingRoutes(zoom)).route("/", pastRoutes(zoom)).route("/", recordingRoutes(zoom));

  return routes;
}
