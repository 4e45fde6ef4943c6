import { isIP, SocketAddress } from "node:net";

/**
 * The bare IP address in one entry of `x-forwarded-for`, or of a socket: without port, brackets and zone, always
 * spelled the same way, and an IPv4 address as such. Nothing for what is no address.
 */
export function parseAddress(entry: string): string | undefined {
  const text = entry.trim();
  const [, inBrackets, beforePort] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text) ?? [];
  const [bare = ""] = (inBrackets ?? beforePort ?? text).split("%");
  const version = isIP(bare);
  if (version === 0) return undefined;
  if (version === 4) return bare;

  const { address } = new SocketAddress({ address: bare, family: "ipv6" });
  const [, mapped = ""] = /^::ffff:([\d.]+)$/.exec(address) ?? [];
  return isIP(mapped) === 4 ? mapped : address;
}
