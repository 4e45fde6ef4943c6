import type { ProviderFault } from "#lib/providers/connect-contract.ts";
import type { StoredAccess } from "./stored-access.ts";

/** Access that has ended and will be renewed once the platform answers: a wait, not an end. */
export function renewalPending({
  provider,
  renewal,
}: Pick<StoredAccess, "provider" | "renewal">): ProviderFault {
  const wait = renewal.retryAt ? (renewal.retryAt.getTime() - Date.now()) / 1000 : null;
  return {
    kind: "temporary",
    sentence: renewal.error ?? `${provider.name} has not renewed the access yet.`,
    nextStep: "It is tried again by itself.",
    code: null,
    traceId: null,
    retryAfterSeconds: wait === null ? null : Math.max(1, Math.ceil(wait)),
  };
}
