import { BlockList, isIP } from "node:net";

/**
 * The proxies whose word about a client is believed: addresses and networks (`10.0.0.0/8`), separated by commas.
 * Nothing when one of them is neither.
 */
export function parseProxies(text: string): BlockList | undefined {
  const list = new BlockList();

  for (const entry of text.split(",")) {
    const [, address = "", bits] = /^\s*([^/\s]+)(?:\/(\d{1,3}))?\s*$/.exec(entry) ?? [];
    const version = isIP(address);
    if (version === 0 || Number(bits ?? 0) > (version === 4 ? 32 : 128)) return undefined;

    const family = version === 4 ? "ipv4" : "ipv6";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
