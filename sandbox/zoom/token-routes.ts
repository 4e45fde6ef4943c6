import { type Context, Hono } from "hono";
import { now } from "../clock.ts";
import { dropConnection } from "../drop-connection.ts";
import { redeemCode } from "./redeem-code.ts";
import { findRefreshable, refreshesOf, refreshPair } from "./refresh-pair.ts";
import { tokenError, wrongClient } from "./token-error.ts";
import { revokeAll } from "./tokens.ts";
import { takeTurn } from "./turns.ts";
import type { TokenPair } from "./types.ts";
import type { Zoom } from "./zoom.ts";
import { ZoomError } from "./zoom-error.ts";

/** zoom.us/oauth/token and /oauth/revoke: Basic auth of the app, and everything else in the body. */
export function tokenRoutes(zoom: Zoom): Hono {
  const { state, mischief, sandbox } = zoom;
  const routes = new Hono();

  routes.post("/oauth/token", async (context) => {
    const form = await readForm(context);
    requireClient(context);

    switch (form.get("grant_type")) {
      case "authorization_code":
        return answer(context, redeemCode(state, form));
      case "refresh_token":
        return refresh(context, form.get("refresh_token") ?? "");
      default:
        throw tokenError("unsupported_grant_type", "Invalid grant type (4705)");
    }
  });

  routes.post("/oauth/revoke", async (context) => {
    const form = await readForm(context);
    requireClient(context);
    const token = form.get("token") ?? "";
    const pair = state.pairs[token];
    if (!pair) throw tokenError("invalid_request", "Invalid Token!");
    revokeAll(state, pair.userId, 4737, "Invalid Token!");
    return context.json({ status: "success" });
  });

  async function refresh(context: Context, token: string): Promise<Response> {
    const owner = Object.values(state.pairs).find((pair) => pair.refresh === token)?.userId;
    if (owner) refreshesOf(state, owner).asked += 1;
    if (owner && takeTurn(mischief.failRefreshes, owner)) {
      throw new ZoomError(500, { code: 500, message: "Internal server error" });
    }
    // Rotated before the wait, so that a caller who gives up in it holds a dead token.
    const pair = refreshPair(state, findRefreshable(state, token));
    sandbox.store.save();
    if (takeTurn(mischief.loseRefreshes, pair.userId)) return dropConnection(context);
    if (takeTurn(mischief.slowRefreshes, pair.userId)) {
      await new Promise((resolve) => setTimeout(resolve, mischief.slowRefreshes.ms));
    }
    return answer(context, pair);
  }

  function requireClient(context: Context) {
    const { clientId, clientSecret } = sandbox.config.zoom;
    const expected = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
    if (context.req.header("authorization") !== expected) throw wrongClient();
    if (state.app.disabled) throw tokenError("invalid_client", "The app is disabled (4717)", 401);
  }

  function answer(context: Context, pair: TokenPair): Response {
    return context.json({
      access_token: pair.access,
      token_type: "bearer",
      refresh_token: pair.refresh,
      expires_in: Math.max(0, Math.ceil((pair.accessExpiresAt - now()) / 1000) - 1),
      scope: pair.scopes.join(" "),
      api_url: "https://api.zoom.us",
    });
  }

  return routes;
}

/** Since 2023 tokens are refused in the query; so is everything else here, since a body is what the app should send. */
async function readForm(context: Context): Promise<URLSearchParams> {
  const query = context.req.query();
  if (query.refresh_token || query.token || query.code) {
    const message = "Invalid access token, this access token is not supported as query parameter string.";
    throw new ZoomError(401, { code: 124, message });
  }
  return new URLSearchParams(await context.req.text());
}
