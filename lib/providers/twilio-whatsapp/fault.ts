import type { FaultKind, ProviderFault } from "../connect-contract.ts";

/** A fault that we found ourselves, in an answer that went well or in none at all. */
export function fault(kind: FaultKind, sentence: string, nextStep: string): ProviderFault {
  return { kind, sentence, nextStep, code: null, traceId: null, retryAfterSeconds: null };
}
