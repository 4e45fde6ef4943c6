import type { ProviderFault } from "../connect-contract.ts";

/** An answer that went well and has not the documented shape: it proves nothing, least of all that access ended. */
export const misshapen: ProviderFault = {
  kind: "temporary",
  sentence: "Meta sent an answer that makes no sense here.",
  nextStep: "Nothing was lost. Try again in a few minutes.",
  code: null,
  traceId: null,
  retryAfterSeconds: null,
};
