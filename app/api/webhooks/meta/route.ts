import { routeHandlers } from "#lib/webhooks/route-handlers.ts";

export const dynamic = "force-dynamic";
export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = routeHandlers("/api/webhooks/meta");
