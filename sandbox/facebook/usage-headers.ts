import { everywhere, type Faults } from "../faults.ts";
import type { Caller } from "./call.ts";

/** How much of the quota is used, in per cent. User and app tokens have one header, Page tokens another. */
export function usageHeaders(faults: Faults, caller: Caller | null): Record<string, string> {
  const pageId = caller?.kind === "page" ? caller.page.id : null;
  const usage = (pageId ? faults.usage.get(pageId) : undefined) ?? faults.usage.get(everywhere);
  const share = { call_count: usage?.callCount ?? 1, total_cputime: 1, total_time: 1 };

  if (!pageId) return { "x-app-usage": JSON.stringify(share) };

  const business = { type: "pages", ...share, estimated_time_to_regain_access: usage?.regainMinutes ?? 0 };
  return { "x-business-use-case-usage": JSON.stringify({ [pageId]: [business] }) };
}
