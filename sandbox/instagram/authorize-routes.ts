import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import type { Sandbox } from "../sandbox.ts";
import { authorizeAnswer } from "./authorize-answer.ts";
import { authorizePage, invalidRequestPage } from "./authorize-page.ts";
import { readAuthorizeRequest } from "./authorize-request.ts";
import { accountCookie, rememberAccount } from "./remember-account.ts";
import { basicScope } from "./scopes.ts";
import type { InstagramState } from "./types.ts";

const consenting = ["allow", "expired-code", "used-code", "other-state"];

/** The consent page under www.instagram.com. */
export function authorizeRoutes({ config }: Sandbox, state: InstagramState): Hono {
  const routes = new Hono();

  routes.get("/oauth/authorize", (context) => {
    const request = readAuthorizeRequest(config, context.req.query());
    if ("refusal" in request) return context.html(invalidRequestPage(request.refusal), 400);

    if (state.habits.developmentMode)
      return context.html(invalidRequestPage("Insufficient developer role"), 400);
    const asked = context.req.query("account") ?? getCookie(context, accountCookie) ?? "";
    const account = state.accounts[asked] ?? Object.values(state.accounts)[0];
    if (!account) return context.text("No one is on Instagram in this sandbox.", 500);
    rememberAccount(context, account.userId);
    return context.html(authorizePage(state, request, account));
  });

  routes.post("/oauth/authorize", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const request = readAuthorizeRequest(config, Object.fromEntries(form));
    if ("refusal" in request) return context.html(invalidRequestPage(request.refusal), 400);

    const account = state.accounts[form.get("account") ?? ""];
    if (!account) return context.text("There is no such account.", 400);
    rememberAccount(context, account.userId);

    const decision = form.get("decision") ?? "cancel";
    if (decision === "switch") {
      account.type = "Business";
      return context.html(authorizePage(state, request, account));
    }
    if (consenting.includes(decision)) {
      const ticked = form.getAll("permission");
      state.grants[account.userId] = request.scopes.filter(
        (scope) => scope === basicScope || ticked.includes(scope),
      );
    }
    return context.redirect(authorizeAnswer(state, request, account.userId, decision));
  });

  return routes;
}
