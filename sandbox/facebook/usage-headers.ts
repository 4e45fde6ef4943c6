import { everywhere, type Faults, type Usage } from "../faults.ts";
import type { Caller } from "./call.ts";

/** How much of the quota is used, in per cent. User and app tokens have one header, business objects another. */
export function usageHeaders(faults: Faults, caller: Caller | null): Record<string, string> {
  if (caller?.kind === "page") return businessUsage(faults, caller.page.id, "pages");
  if (caller?.kind === "system" && caller.accountId)
    return businessUsage(faults, caller.accountId, "whatsapp");
  return { "x-app-usage": JSON.stringify(share(faults.usage.get(everywhere))) };
}

/** The header of one Page, Instagram account or WhatsApp account. */
export function businessUsage(faults: Faults, id: string, type: string): Record<string, string> {
  const usage = faults.usage.get(id) ?? faults.usage.get(everywhere);
  const told = { type, ...share(usage), estimated_time_to_regain_access: usage?.regainMinutes ?? 0 };
  return { "x-business-use-case-usage": JSON.stringify({ [id]: [told] }) };
}

function share(usage: Usage | undefined) {
  return { call_count: usage?.callCount ?? 1, total_cputime: 1, total_time: 1 };
}
