import type { BlockList } from "node:net";

/** True when this address, spelled as `parseAddress` does, is in the list. */
export function isListed(address: string, list: BlockList): boolean {
  return list.check(address, address.includes(":") ? "ipv6" : "ipv4");
}
