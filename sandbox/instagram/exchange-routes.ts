import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { nowSeconds } from "../clock.ts";
import { takeFault } from "../faults.ts";
import type { Sandbox } from "../sandbox.ts";
import { issueToken } from "./tokens.ts";
import type { InstagramCode, InstagramState } from "./types.ts";

class ExchangeError extends Error {}

/** api.instagram.com: a code for a token of an hour. Its errors have a shape of their own. */
export function exchangeRoutes({ config, faults }: Sandbox, state: InstagramState): Hono {
  const { appId, appSecret } = config.instagram;
  const routes = new Hono();

  routes.post("/oauth/access_token", async (context) => {
    const refuse = (message: string, code = 400, type = "OAuthException") =>
      context.json({ error_type: type, code, error_message: message }, code as ContentfulStatusCode);

    const fault = takeFault(faults, { host: "api.instagram.com", path: "/oauth/access_token" });
    if (fault) {
      const body = {
        error_type: fault.type ?? "OAuthException",
        code: fault.code,
        error_message: fault.message,
      };
      return context.json(body, fault.status as ContentfulStatusCode, fault.headers);
    }

    const form = await context.req.parseBody();
    const given = (name: string) => (typeof form[name] === "string" ? form[name] : "");
    if (given("client_id") !== appId) return refuse("Invalid platform app");
    if (given("client_secret") !== appSecret) return refuse("Error validating client secret.");
    if (given("grant_type") !== "authorization_code") return refuse("Invalid grant_type");

    try {
      const { userId } = redeem(given("code"), given("redirect_uri"));
      const { value } = issueToken(state, userId, false);
      return answer(value, userId);
    } catch (error) {
      if (error instanceof ExchangeError) return refuse(error.message);
      throw error;
    }
  });

  return routes;

  function redeem(value: string, redirectUri: string): InstagramCode {
    const code = state.codes[value];
    if (!code || code.used) throw new ExchangeError("Matching code was not found or was already used");
    if (code.expiresAt <= nowSeconds()) throw new ExchangeError("This authorization code has expired");
    if (code.redirectUri !== redirectUri) {
      throw new ExchangeError(
        "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request",
      );
    }
    code.used = true;
    return code;
  }

  /** As the documents have it, or flat with the id as a number too long for JavaScript, as it is often seen. */
  function answer(access_token: string, userId: string): Response {
    const granted = state.grants[userId] ?? [];
    if (state.habits.exchange === "wrapped") {
      return Response.json({ data: [{ access_token, user_id: userId, permissions: granted.join(",") }] });
    }
    const text = JSON.stringify({ access_token, user_id: userId, permissions: granted });
    const asNumber = text.replace(`"user_id":"${userId}"`, `"user_id":${userId}`);
    return new Response(asNumber, { headers: { "content-type": "application/json" } });
  }
}
