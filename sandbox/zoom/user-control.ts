import { Hono } from "hono";
import { z } from "zod";
import { now } from "../clock.ts";
import { readInput, refuse } from "../control/read-input.ts";
import { reply } from "../control/reply.ts";
import { addUser } from "./add-user.ts";
import { rememberUser } from "./authorize-routes.ts";
import { iso } from "./iso.ts";
import { meetingTruth } from "./meeting-truth.ts";
import { issuePair, revokeAll } from "./tokens.ts";
import type { ZoomUser } from "./types.ts";
import type { Zoom } from "./zoom.ts";

const plan = z.enum(["basic", "licensed"]);
const revocations: Record<number, string> = {
  4735: "The owner of the token does not exist",
  4737: "The refresh token is not found",
  4738: "The app has been disabled by the admin",
  4740: "The token id is out of tolerance",
  4741: "Token has been revoked: multiple authorizations",
};

const NewUser = z.object({
  firstName: z.string().default("Ana"),
  lastName: z.string().default("Example"),
  email: z.string().optional(),
  accountId: z.string().optional(),
  plan: plan.default("basic"),
  weeks: z.coerce.number().int().min(0).max(26).optional(),
});

const Removal = z.object({ userDataRetention: z.enum(["true", "false"]).optional() });

/** People at Zoom, and how they take back what they gave. */
export function userControl({ state, webhooks, sandbox }: Zoom): Hono {
  const routes = new Hono();

  routes.post("/users", async (context) => {
    const { email, accountId, weeks, ...names } = await readInput(context, NewUser);
    const user = addUser(state, {
      ...names,
      ...(email ? { email } : {}),
      ...(accountId ? { accountId } : {}),
      ...(weeks ? { weeks } : {}),
    });
    return reply(context, { userId: user.id, accountId: user.accountId, email: user.email }, "Added.");
  });

  routes.get("/users/:id/meetings", (context) =>
    context.json(meetingTruth(state, find(context.req.param("id")))),
  );

  routes.post("/login", async (context) => {
    const { userId } = await readInput(context, z.object({ userId: z.string() }));
    rememberUser(context, find(userId).id);
    return reply(context, { ok: true }, `The consent page opens for ${find(userId).firstName}.`);
  });

  routes.post("/grants", async (context) => {
    const schema = z.object({ userId: z.string(), scopes: z.array(z.string()).default(state.app.scopes) });
    const { userId, scopes } = await readInput(context, schema);
    revokeAll(state, find(userId).id, 4741, "Token has been revoked: multiple authorizations (4741)");
    const { access, refresh } = issuePair(state, userId, scopes);
    return reply(context, { accessToken: access, refreshToken: refresh, expiresIn: 3_599 }, "Granted.");
  });

  routes.post("/users/:id/revoke", async (context) => {
    const user = find(context.req.param("id"));
    const { code } = await readInput(context, z.object({ code: z.coerce.number().int().default(4738) }));
    const revoked = revokeAll(state, user.id, code, `${revocations[code] ?? "Invalid Token!"} (${code})`);
    return reply(context, { revoked }, `The grant of ${user.firstName} is gone, and nobody told the app.`);
  });

  routes.post("/users/:id/remove-app", async (context) => {
    const user = find(context.req.param("id"));
    const { userDataRetention } = await readInput(context, Removal);
    revokeAll(state, user.id, 4737, "Invalid Token!");
    if (!state.app.published)
      return reply(context, { deliveryId: null }, "Removed. Only published apps are told.");

    const payload = {
      account_id: user.accountId,
      user_id: user.id,
      client_id: sandbox.config.zoom.clientId,
      deauthorization_time: new Date().toISOString(),
      signature: "0f1e2d3c4b5a",
      ...(userDataRetention ? { user_data_retention: userDataRetention } : {}),
    };
    const body = { event: "app_deauthorized", event_ts: Date.now(), payload };
    const { id } = webhooks.emit({ userId: user.id, summary: "The app is removed", body }, true);
    return reply(context, { deliveryId: id }, `${user.firstName} removed the app, and the app is told.`);
  });

  routes.post("/users/:id/expire", (context) => {
    const user = find(context.req.param("id"));
    const mine = Object.values(state.pairs).filter(({ userId }) => userId === user.id);
    for (const pair of mine) pair.accessExpiresAt = now() - 1_000;
    return reply(
      context,
      { expired: mine.length, at: iso(now()) },
      `The hour of ${user.firstName}'s token is over.`,
    );
  });

  routes.post("/users/:id/expire-refresh", (context) => {
    const user = find(context.req.param("id"));
    const mine = Object.values(state.pairs).filter(({ userId }) => userId === user.id);
    for (const pair of mine) pair.refreshExpiresAt = now() - 1_000;
    return reply(
      context,
      { expired: mine.length },
      `${user.firstName}'s refresh token has lapsed by disuse.`,
    );
  });

  routes.post("/users/:id/plan", async (context) => {
    const user = find(context.req.param("id"));
    user.plan = (await readInput(context, z.object({ plan }))).plan;
    return reply(context, { ok: true }, `${user.firstName} is ${user.plan}.`);
  });

  routes.post("/users/:id/approval", async (context) => {
    const user = find(context.req.param("id"));
    const { needed } = await readInput(context, z.object({ needed: z.stringbool().or(z.boolean()) }));
    user.needsApproval = needed;
    const said = needed ? "needs the admin's approval" : "may add apps";
    return reply(context, { ok: true }, `${user.firstName} ${said}.`);
  });

  function find(id: string): ZoomUser {
    const user = state.users[id];
    if (!user) throw refuse("There is no such person", 404);
    return user;
  }

  return routes;
}
