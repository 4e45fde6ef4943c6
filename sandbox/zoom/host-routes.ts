import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { takeFault } from "../faults.ts";
import type { Zoom } from "./zoom.ts";
import { ZoomError } from "./zoom-error.ts";

/** One of Zoom's hosts: tracking ids on every answer, errors in Zoom's shapes, and what was asked to go wrong. */
export function hostRoutes({ sandbox, state }: Zoom, host: string, parts: Hono[]): Hono {
  const routes = new Hono();

  routes.use(async (context, next) => {
    context.header("x-zm-trackingid", `v=2.0;clid=us06;rid=WEB_${randomBytes(16).toString("hex")}`);
    const fault = takeFault(sandbox.faults, { host, path: pathOf(context), personId: userOf(context) });
    if (fault) {
      for (const [name, value] of Object.entries(fault.headers ?? {})) context.header(name, value);
      throw new ZoomError(fault.status, { code: fault.code, message: fault.message });
    }
    await next();
  });
  for (const part of parts) routes.route("/", part);

  routes.onError((error, context) => {
    if (!(error instanceof ZoomError)) throw error;
    return context.json(error.body, error.status as ContentfulStatusCode);
  });
  routes.all("/*", (context) => {
    throw new ZoomError(404, {
      code: 2300,
      message: `This API endpoint is not recognized: ${pathOf(context)}`,
    });
  });

  function pathOf(context: Context): string {
    return context.req.path.slice(host.length + 1);
  }

  function userOf(context: Context): string | null {
    const token = context.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
    return state.pairs[token]?.userId ?? null;
  }

  return routes;
}
