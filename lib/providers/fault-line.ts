import type { HealthLine, ProviderFault } from "./connect-contract.ts";
import { faultVerdict } from "./fault-verdict.ts";

/** A line of the checklist that the platform answered with a refusal. */
export const faultLine = (id: string, title: string, fault: ProviderFault): HealthLine => ({
  id,
  verdict: faultVerdict(fault.kind),
  title,
  reason: `${fault.sentence} ${fault.nextStep}`,
});
