import type { BlockList } from "node:net";
import { isListed } from "./is-listed.ts";
import { parseAddress } from "./parse-address.ts";

/**
 * Who called, by the socket's peer if known and what `x-forwarded-for` says: from the nearest hop outwards, the first
 * that is not a proxy of ours, since only ours tell the truth about who stands before them. Where one of ours wrote
 * what is no address, that proxy itself.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList,
): string | undefined {
  const hops = [...(forwardedFor?.split(",") ?? []), ...(peer === undefined ? [] : [peer])];
  let believed: string | undefined;

  for (const hop of hops.reverse()) {
    const address = parseAddress(hop);
    if (!address) return believed;

    believed = address;
    if (!isListed(address, proxies)) return believed;
  }
  return believed;
}
