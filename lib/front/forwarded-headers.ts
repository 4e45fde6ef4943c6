import "server-only";
import type { IncomingMessage } from "node:http";
import { env } from "#lib/env.ts";
import { clientAddress } from "./client-address.ts";
import { isListed } from "./is-listed.ts";
import { parseAddress } from "./parse-address.ts";

/**
 * Tells what stands behind us who called, in one address, and how. Only a proxy named in `TRUSTED_PROXIES` is
 * believed; what anyone else wrote about itself is replaced by what the socket says.
 */
export function addForwardedHeaders(incoming: IncomingMessage, proxies = env.TRUSTED_PROXIES): void {
  const { headers } = incoming;
  const peer = parseAddress(incoming.socket.remoteAddress ?? "");
  const sent = headers["x-forwarded-for"];
  const client = peer && clientAddress(peer, Array.isArray(sent) ? sent.join(",") : sent, proxies);

  if (!peer || !isListed(peer, proxies)) {
    for (const name of [
      "forwarded",
      "x-forwarded-port",
      "x-forwarded-proto",
      "x-forwarded-host",
      "x-real-ip",
    ]) {
      delete headers[name];
    }
  }
  // Gone before we looked: then no one waits for an answer either.
  headers["x-forwarded-for"] = client ?? "";
  headers["x-forwarded-proto"] ??= "http";
  headers["x-forwarded-host"] ??= headers.host;
}
