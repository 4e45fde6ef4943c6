import type { ProviderFault } from "#lib/providers/connect-contract.ts";
import type { AccessProblem } from "./stored-access.ts";

/** Why a connection cannot even be asked about, in words. */
export const accessProblems: Record<AccessProblem, Pick<ProviderFault, "kind" | "sentence" | "nextStep">> = {
  unknown: { kind: "gone", sentence: "This is not connected.", nextStep: "Connect it." },
  none: { kind: "reauthorize", sentence: "No access is stored any more.", nextStep: "Reconnect it." },
  unreadable: {
    kind: "reauthorize",
    sentence: "The stored access cannot be opened with this installation's keys.",
    nextStep: "Put the former key back into TOKEN_ENCRYPTION_KEYS, or reconnect it.",
  },
  "not-set-up": {
    kind: "misconfigured",
    sentence: "The platform is no longer set up in this installation.",
    nextStep: "Whoever runs it has to put its settings back.",
  },
};

/** The same as a platform's own refusal would come. */
export const accessFault = (problem: AccessProblem): ProviderFault => ({
  ...accessProblems[problem],
  code: null,
  traceId: null,
  retryAfterSeconds: null,
});
