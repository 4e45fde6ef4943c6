import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { authorizeAnswer } from "./authorize-answer.ts";
import { approvalPage, authorizePage, refusalPage } from "./authorize-page.ts";
import { readAuthorizeRequest } from "./authorize-request.ts";
import type { ZoomUser } from "./types.ts";
import type { Zoom } from "./zoom.ts";

export const userCookie = "sandbox_zoom_user";

/** zoom.us/oauth/authorize: scopes are the app's, not the address's, and some may be left out. */
export function authorizeRoutes(zoom: Zoom): Hono {
  const { state } = zoom;
  const routes = new Hono();

  routes.get("/oauth/authorize", (context) => {
    const request = readAuthorizeRequest(zoom, context.req.query());
    if ("title" in request) return context.html(refusalPage(request), 400);

    const user = whoIsHere(context);
    if (!user) return context.text("No one lives in this sandbox.", 500);
    rememberUser(context, user.id);
    return context.html(
      user.needsApproval ? approvalPage(request, state, user) : authorizePage(state, request, user),
    );
  });

  routes.post("/oauth/authorize", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const request = readAuthorizeRequest(zoom, Object.fromEntries(form));
    if ("title" in request) return context.html(refusalPage(request), 400);

    const user = state.users[form.get("user") ?? ""];
    if (!user) return context.text("There is no such person.", 400);
    rememberUser(context, user.id);
    if (user.needsApproval) return context.html(approvalPage(request, state, user));

    const { scopes: all, optionalScopes } = state.app;
    const scopes = all.filter(
      (scope) => !optionalScopes.includes(scope) || form.getAll("scope").includes(scope),
    );
    const decision = form.get("decision") ?? "cancel";
    return context.redirect(authorizeAnswer(state, request, { userId: user.id, scopes, decision }));
  });

  function whoIsHere(context: Context): ZoomUser | undefined {
    const asked = context.req.query("user") ?? getCookie(context, userCookie) ?? "";
    return state.users[asked] ?? Object.values(state.users)[0];
  }

  return routes;
}

/** The page opens next time for whoever was here last. */
export function rememberUser(context: Context, userId: string) {
  setCookie(context, userCookie, userId, { path: "/", httpOnly: true, sameSite: "Lax", maxAge: 30 * 86_400 });
}
