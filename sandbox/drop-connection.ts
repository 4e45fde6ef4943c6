import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";

/** Breaks the connection instead of answering: the caller cannot know whether the call was carried out. */
export function dropConnection(context: Context): Response {
  const { incoming } = context.env as HttpBindings;
  incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
