import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { nowSeconds } from "../clock.ts";
import { type Call, readCall } from "../facebook/call.ts";
import { faultError, GraphError } from "../facebook/graph-error.ts";
import { businessUsage } from "../facebook/usage-headers.ts";
import { appliedVersion } from "../facebook/versions.ts";
import { takeFault } from "../faults.ts";
import type { Sandbox } from "../sandbox.ts";
import { routeCall } from "./route-call.ts";
import { exchangeShort, refreshLong } from "./tokens.ts";
import type { InstagramState, InstagramToken } from "./types.ts";

const host = "graph.instagram.com";

/** Everything under graph.instagram.com. Tokens are exchanged and refreshed without a version in the path, too. */
export function instagramGraphRoutes(sandbox: Sandbox, state: InstagramState): Hono {
  const routes = new Hono();

  routes.all("/*", async (context) => {
    const first = context.req.path.split("/")[2] ?? "";
    const asked = /^v[\d.]+$/.test(first) ? first : "v26.0";
    const version = appliedVersion(asked);
    const call = await readCall(context, asked, host);
    const account = state.tokens[call.params.access_token ?? ""]?.userId ?? null;

    const answer = (body: object, status: number, headers: Record<string, string> = {}) =>
      context.json(body, status as ContentfulStatusCode, {
        ...(version ? { "facebook-api-version": version } : {}),
        ...(account ? businessUsage(sandbox.faults, account, "instagram") : {}),
        "cache-control": "private, no-cache, no-store, must-revalidate",
        ...headers,
      });

    try {
      const fault = takeFault(sandbox.faults, { host, path: call.path, personId: account });
      if (fault) return answer(faultError(fault).body, fault.status, fault.headers);
      if (!version) throw new GraphError(2500, `Unknown path components: ${call.path}`);
      return answer(work(call), 200);
    } catch (error) {
      if (error instanceof GraphError) return answer(error.body, error.status);
      throw error;
    }
  });

  return routes;

  function work(call: Call): object {
    const path = call.path.replace(/^\/v[\d.]+/, "");
    const { access_token: value, grant_type: grant, client_secret: secret } = call.params;
    if (path === "/access_token") {
      if (grant !== "ig_exchange_token") throw new GraphError(100, "Invalid grant_type");
      if (secret !== sandbox.config.instagram.appSecret)
        throw new GraphError(1, "Error validating client secret.");
      return tokenAnswer(exchangeShort(state, value));
    }
    if (path === "/refresh_access_token") {
      if (grant !== "ig_refresh_token") throw new GraphError(100, "Invalid grant_type");
      return tokenAnswer(refreshLong(state, value));
    }
    return routeCall(sandbox, state, call, path);
  }
}

function tokenAnswer({ value, expiresAt }: InstagramToken) {
  return { access_token: value, token_type: "bearer", expires_in: expiresAt - nowSeconds() };
}
