import { Hono } from "hono";
import { authenticate, requireActive } from "./authenticate.ts";
import { iso } from "./dates.ts";
import { newToken } from "./new-sid.ts";
import { promoteToken } from "./promote-token.ts";
import { notAuthenticated, notFound } from "./refusals.ts";
import type { Twilio } from "./twilio.ts";

/** accounts.twilio.com/v1/AuthTokens: a second token, and the moment it becomes the one that signs. */
export function tokenRoutes({ state }: Twilio): Hono {
  const routes = new Hono();
  const url = "https://accounts.twilio.com/v1/AuthTokens";

  routes.use("/v1/AuthTokens/*", async (context, next) => {
    const { account, via } = authenticate(state, context);
    if (via === "key") throw notAuthenticated();
    requireActive(state, account);
    await next();
  });

  routes.post("/v1/AuthTokens/Secondary", (context) => {
    const { account } = authenticate(state, context);
    account.secondaryToken ??= newToken();
    const dates = { date_created: iso(Date.now()), date_updated: iso(Date.now()) };
    const { sid, secondaryToken } = account;
    const answer = {
      account_sid: sid,
      secondary_auth_token: secondaryToken,
      ...dates,
      url: `${url}/Secondary`,
    };
    return context.json(answer, 201);
  });

  routes.delete("/v1/AuthTokens/Secondary", (context) => {
    const { account } = authenticate(state, context);
    if (!account.secondaryToken) throw notFound("/AuthTokens/Secondary");
    account.secondaryToken = null;
    return context.body(null, 204);
  });

  routes.post("/v1/AuthTokens/Promote", (context) => {
    const { account } = authenticate(state, context);
    if (!account.secondaryToken) throw notFound("/AuthTokens/Promote");
    promoteToken(account);
    const dates = { date_created: iso(account.createdAt), date_updated: iso(Date.now()) };
    return context.json({
      account_sid: account.sid,
      auth_token: account.authToken,
      ...dates,
      url: `${url}/Promote`,
    });
  });

  return routes;
}
