import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { takeFault } from "../faults.ts";
import type { Sandbox } from "../sandbox.ts";
import { whatsAppOf } from "../whatsapp/whatsapp-of.ts";
import { authenticate } from "./authenticate.ts";
import { type Call, type Caller, readCall } from "./call.ts";
import { faultError, GraphError } from "./graph-error.ts";
import { routeCall } from "./route-call.ts";
import { usageHeaders } from "./usage-headers.ts";
import { appliedVersion } from "./versions.ts";

/** Everything under graph.facebook.com. */
export function graphRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();

  routes.all("/:version/*", async (context) => {
    const asked = context.req.param("version");
    const version = appliedVersion(asked);
    let caller: Caller | null = null;

    const answer = (body: object, status: number, headers: Record<string, string> = {}) =>
      context.json(body, status as ContentfulStatusCode, {
        ...(version ? { "facebook-api-version": version } : {}),
        ...usageHeaders(sandbox.faults, caller),
        "cache-control": "private, no-cache, no-store, must-revalidate",
        ...headers,
      });

    try {
      const call = await readCall(context, asked);
      if (!version) throw unknownPath(call);
      const personId = personOf(sandbox, call);
      const fault = takeFault(sandbox.faults, { host: "graph.facebook.com", path: call.path, personId });
      if (fault) {
        caller = knownCaller(sandbox, call);
        return answer(faultError(fault).body, fault.status, fault.headers);
      }

      const body = await routeCall(sandbox, call, () => {
        caller = authenticate(sandbox, call);
        return caller;
      });
      return answer(body, 200);
    } catch (error) {
      if (error instanceof GraphError) return answer(error.body, error.status);
      throw error;
    }
  });

  return routes;
}

/** Whose quota a call counts against that fails before anyone looks at its token. */
function knownCaller(sandbox: Sandbox, call: Call): Caller | null {
  try {
    return authenticate(sandbox, call);
  } catch (error) {
    if (error instanceof GraphError) return null;
    throw error;
  }
}

function personOf({ facebook, store }: Sandbox, { params }: Call): string | null {
  const value = params.access_token ?? params.fb_exchange_token ?? params.code ?? "";
  const known = (facebook.tokens[value] ?? facebook.codes[value])?.personId;
  return known ?? whatsAppOf({ store }).tokens[value]?.systemUserId ?? null;
}

function unknownPath({ path }: Call): GraphError {
  return new GraphError(2500, `Unknown path components: ${path}`);
}
