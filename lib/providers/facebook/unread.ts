import type { Answer, ProviderFault } from "../connect-contract.ts";
import type { CompetitorNews } from "../synchronization.ts";

/**
 * A competitor that could not be read, and why. Only a spent quota stops the run: whatever else is said of a stranger's
 * account says nothing of the one it was asked through, and is asked again with the next sync.
 */
export function unread(
  competitor: Pick<CompetitorNews, "provider" | "handle">,
  fault: ProviderFault,
  refusal: string,
): Answer<CompetitorNews> {
  if (fault.kind === "rate_limited") return { ok: false, error: fault };
  return { ok: true, value: { ...competitor, account: null, refusal, items: [] } };
}
