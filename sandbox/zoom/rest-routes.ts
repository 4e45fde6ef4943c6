import { Hono } from "hono";
import { authenticate, requireScopes } from "./authenticate.ts";
import { iso } from "./iso.ts";
import { listMeetings } from "./list-meetings.ts";
import { applyRateLimit } from "./rate-limits.ts";
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

  routes.get("/v2/meetings/:id", (context) => {
    const caller = authenticate(state, context);
    requireScopes(caller, "meeting:read:meeting");
    applyRateLimit(zoom, context, caller.user, "Light");
    const meeting = state.meetings.findLast(
      ({ id, hostId }) => String(id) === context.req.param("id") && hostId === caller.user.id,
    );
    if (!meeting)
      throw new ZoomError(404, {
        code: 3001,
        message: `Meeting does not exist: ${context.req.param("id")}.`,
      });
    const { id, uuid, hostId, topic, type, status, startTime, duration } = meeting;
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
      start_url: `https://us06web.zoom.us/s/${id}?zak=sandbox`,
      join_url: `https://us06web.zoom.us/j/${id}?pwd=sandbox`,
      settings: {},
    });
  });

  return routes;
}
