import type { ProviderFault } from "../connect-contract.ts";
import type { HttpFailure } from "../http.ts";

/** No usable answer came from Meta, which says nothing about the connection. */
export function unreachable(failure: HttpFailure): ProviderFault {
  return {
    kind: "temporary",
    sentence:
      failure === "too_large"
        ? "Meta's answer was too large to read."
        : "Meta could not be reached just now.",
    nextStep: "Nothing was lost. Try again in a few minutes.",
    code: null,
    traceId: null,
    retryAfterSeconds: null,
  };
}
