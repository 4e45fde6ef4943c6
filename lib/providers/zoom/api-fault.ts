import type { ProviderFault } from "../connect-contract.ts";
import { apiErrorRows, type Meaning, unlistedApiError } from "./api-error-rows.ts";
import { missingScopes } from "./missing-scopes.ts";
import type { ZoomError } from "./zoom-error.ts";

/** What a refusal of Zoom's REST API means. The HTTP status decides before the code: Zoom's tables disagree on codes. */
export function apiFault(error: ZoomError, retryAfterSeconds: number | null = null): ProviderFault {
  const row = apiErrorRows.find(
    ({ statuses, codes }) =>
      (statuses === undefined || statuses(error.httpStatus)) &&
      (codes === undefined || (error.code !== null && codes.includes(error.code))),
  );
  const meaning: Meaning = row ?? unlistedApiError;
  const scopes = meaning.kind === "permission_missing" ? missingScopes(error.text) : [];

  return {
    kind: meaning.kind,
    sentence:
      scopes.length > 0 ? `Zoom has not been given this permission: ${scopes.join(", ")}.` : meaning.sentence,
    nextStep: meaning.nextStep,
    code: error.code === null ? `HTTP ${error.httpStatus}` : `${error.httpStatus}/${error.code}`,
    traceId: error.traceId,
    retryAfterSeconds,
  };
}
