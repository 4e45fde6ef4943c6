import "server-only";
import type { IncomingMessage } from "node:http";
import { BlockList } from "node:net";

/** Where a proxy of our own stands: on this machine or in its private network. No browser on the internet does. */
const nearby = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const) {
  nearby.addSubnet(network, bits, "ipv4");
}
nearby.addAddress("::1", "ipv6");
nearby.addSubnet("fc00::", 7, "ipv6");
nearby.addSubnet("fe80::", 10, "ipv6");

/**
 * Tells what stands behind us who called. The last address in `x-forwarded-for` is the one to believe: it comes from
 * our own proxy, if one stands in front, and from the socket otherwise, whatever the client wrote before it.
 */
export function addForwardedHeaders(incoming: IncomingMessage): void {
  const { headers } = incoming;
  const peer = (incoming.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const sent = headers["x-forwarded-for"];
  const behindProxy = sent !== undefined && isNearby(peer);

  if (!behindProxy) {
    headers["x-forwarded-for"] = sent === undefined ? peer : `${sent}, ${peer}`;
    headers["x-forwarded-proto"] = "http";
    headers["x-forwarded-host"] = headers.host;
  }
  headers["x-forwarded-proto"] ??= "http";
  headers["x-forwarded-host"] ??= headers.host;
}

function isNearby(address: string): boolean {
  return nearby.check(address, address.includes(":") ? "ipv6" : "ipv4");
}
