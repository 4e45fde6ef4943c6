import { routeHandlers } from "#lib/webhooks/route-handlers.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = routeHandlers("/api/webhooks/twilio/status");
