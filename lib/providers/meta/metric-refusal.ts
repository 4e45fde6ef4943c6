import type { ProviderFault } from "../connect-contract.ts";

/** Whether it says that a parameter is wrong, which for insights means one of the metrics: `(#100)`, of whatever subcode. */
export function isMetricRefusal({ code }: ProviderFault): boolean {
  return code === "100" || (code?.startsWith("100/") ?? false);
}
