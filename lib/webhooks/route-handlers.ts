import "server-only";
import { webhookDoors } from "./doors.ts";

/**
 * What a route file of this path exports. Every method is ours to answer: Next's own 405 would differ from the other
 * mount's. Throws for a path no sender calls.
 */
export function routeHandlers(path: string) {
  const receive = webhookDoors().get(path)?.receive;
  if (!receive) throw new Error(`no sender delivers to ${path}`);

  return {
    DELETE: receive,
    GET: receive,
    HEAD: receive,
    OPTIONS: receive,
    PATCH: receive,
    POST: receive,
    PUT: receive,
  };
}
