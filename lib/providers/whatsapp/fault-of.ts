import type { FaultKind, ProviderFault } from "../connect-contract.ts";

/** A refusal that we found ourselves, in an answer of Meta's that went well. */
export const faultOf = (kind: FaultKind, sentence: string, nextStep: string): ProviderFault => ({
  kind,
  sentence,
  nextStep,
  code: null,
  traceId: null,
  retryAfterSeconds: null,
});
