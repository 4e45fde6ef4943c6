import { Hono } from "hono";
import type { Sandbox } from "../sandbox.ts";
import { controlPage } from "./control-page.ts";
import { deliveryRoutes } from "./delivery-routes.ts";
import { graphControlRoutes } from "./graph-routes.ts";
import { peopleRoutes } from "./people-routes.ts";

/**
 * The hand behind the scenes: `/control` for people, everything else for tests and the demo seed.
 * Bodies are JSON or forms; answers are JSON, or a redirect to `/control` for a browser's form.
 *
 * GET  state                          people, Pages, grants, subscriptions, tokens
 * POST people                         {name, pages: [{name, id?, tasks?, viaPortfolio?}], omitExpiresIn?}
 * POST login                          {personId}: who the dialog opens for, by cookie
 * POST grants                         {personId, pageIds, permissions?}: tokens as if after the dialog
 * POST people/:id/dialog-error        {code, message}, or {} to stop
 * POST people/:id/revoke              {permission}
 * POST people/:id/withdraw-page       {pageId}
 * POST people/:id/remove-role         {pageId}
 * POST people/:id/change-password     every token dies, 190/460
 * POST people/:id/remove-app          190/458, and the deauthorize callback
 * POST people/:id/request-deletion    the data deletion callback
 * POST tokens/expire                  {token?, personId?, pageId?}, 190/463
 * POST graph/fail                     {count, status, code, subcode?, type?, message?, match?, personId?}
 * POST graph/usage                    {callCount, regainMinutes?, pageId?}
 * POST subscriptions/verify           runs the handshake
 * POST pages/:id/unsubscribe          what Meta does after an hour of failures
 * POST events                         {pageId, customer, kind, text?, count?}
 * POST deliver                        {body, signature?: good, bad, none or sha1}
 * POST deliveries/:id/duplicate       the same bytes again
 * GET  deliveries, deliveries/:id     the log
 */
export function controlRoutes(sandbox: Sandbox): Hono {
  const { config, facebook } = sandbox;
  const routes = new Hono();

  routes.get("/", (context) => context.html(controlPage(sandbox, context.req.query("said") ?? "")));
  routes.get("/state", (context) => context.json({ appId: config.meta.appId, ...facebook }));
  routes.route("/", peopleRoutes(sandbox));
  routes.route("/", graphControlRoutes(sandbox));
  routes.route("/", deliveryRoutes(sandbox));

  return routes;
}
