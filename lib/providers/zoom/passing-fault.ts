import type { ProviderFault } from "../connect-contract.ts";
import type { HttpFailure } from "../http.ts";
import { lostAnswer } from "./lost-answer.ts";

/** A fault that says nothing about the connection: no answer from Zoom, or one that cannot be read. */
export function passingFault(what: HttpFailure | "misshapen", code: string | null = null): ProviderFault {
  return {
    kind: "temporary",
    sentence: sentences[what],
    // Of new tokens it cannot be said that nothing was lost.
    nextStep:
      code === lostAnswer ? "Try again in a few minutes." : "Nothing was lost. Try again in a few minutes.",
    code,
    traceId: null,
    retryAfterSeconds: null,
  };
}

const sentences = {
  unreachable: "Zoom could not be reached just now.",
  too_large: "Zoom's answer was too large to read.",
  misshapen: "Zoom sent an answer that makes no sense here.",
} as const satisfies Record<HttpFailure | "misshapen", string>;
