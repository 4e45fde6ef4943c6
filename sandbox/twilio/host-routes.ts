import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { dropConnection } from "../drop-connection.ts";
import { takeFault } from "../faults.ts";
import { notFound } from "./refusals.ts";
import type { Twilio } from "./twilio.ts";
import { TwilioError } from "./twilio-error.ts";

/** One of Twilio's hosts: what all of them do with errors, and with what was asked to go wrong. */
export function hostRoutes(twilio: Twilio, host: string, parts: Hono[]): Hono {
  const { sandbox, state, losses } = twilio;
  const routes = new Hono();

  routes.use(async (context, next) => {
    const path = pathOf(context);
    const fault = takeFault(sandbox.faults, { host, path, personId: accountOf(context) });
    if (fault) {
      for (const [name, value] of Object.entries(fault.headers ?? {})) context.header(name, value);
      throw new TwilioError(fault.status, fault.code, fault.message);
    }
    await next();

    const loss = losses.find(({ match }) => path.includes(match));
    if (!loss) return;
    loss.count -= 1;
    if (loss.count <= 0) losses.splice(losses.indexOf(loss), 1);
    context.res = dropConnection(context);
  });
  for (const part of parts) routes.route("/", part);

  routes.onError((error, context) => {
    if (!(error instanceof TwilioError)) throw error;
    return context.json(error.body, error.status as ContentfulStatusCode);
  });
  routes.all("/*", (context) => {
    throw notFound(pathOf(context));
  });

  function pathOf(context: Context): string {
    return context.req.path.slice(host.length + 1);
  }

  function accountOf(context: Context): string | null {
    const encoded = context.req.header("authorization")?.replace(/^Basic /i, "") ?? "";
    const user = Buffer.from(encoded, "base64").toString().split(":")[0] ?? "";
    return state.apiKeys[user]?.accountSid ?? (user || null);
  }

  return routes;
}
