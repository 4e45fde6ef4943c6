import type { ProviderFault } from "../connect-contract.ts";

/**
 * A refusal that concerns this one thing, in a sentence: the permission was left out, the plan has none of it. Null where the
 * account itself cannot be read now.
 */
export function refusalNote({ kind, sentence }: ProviderFault, what: string): string | null {
  return kind === "permission_missing" || kind === "rejected" ? `${what}: ${sentence}` : null;
}
