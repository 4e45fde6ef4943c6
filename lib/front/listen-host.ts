import { isIP } from "node:net";

/**
 * Where the front listens. An app whose address only this machine can use is not for its neighbours in the network;
 * any other is reached on every address (nothing).
 */
export function listenHost(appUrl: string): string | undefined {
  const host = new URL(appUrl).hostname.replace(/^\[|\]$/g, "");

  if (host === "localhost" || host.endsWith(".localhost")) return "127.0.0.1";
  return host === "::1" || (isIP(host) === 4 && host.startsWith("127.")) ? host : undefined;
}
