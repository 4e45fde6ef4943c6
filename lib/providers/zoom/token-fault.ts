import type { ProviderFault } from "../connect-contract.ts";
import { apiErrorRows, type Meaning, unlistedApiError } from "./api-error-rows.ts";
import { endedGrant, refusedCode, tokenErrorRows, unknownClient } from "./token-error-rows.ts";
import type { ZoomError } from "./zoom-error.ts";

/** What was handed to the token endpoint: a code proves one attempt, a token the whole connection. */
export type TokenSubject = "code" | "token";

/**
 * What a refusal of Zoom's token endpoint means. Outages and throttling come first: they must never end a connection, whatever
 * the body says. Then Zoom's number, then the OAuth word.
 */
export function tokenFault(
  error: ZoomError,
  subject: TokenSubject,
  retryAfterSeconds: number | null = null,
): ProviderFault {
  const code = codeOf(error);
  const { kind, sentence, nextStep } = meaningOf(error, code, subject);
  return { kind, sentence, nextStep, code: spelled(error, code), traceId: error.traceId, retryAfterSeconds };
}

function meaningOf(error: ZoomError, code: number | null, subject: TokenSubject): Meaning {
  const passing = apiErrorRows.find(
    ({ kind, statuses }) => ["temporary", "rate_limited"].includes(kind) && statuses?.(error.httpStatus),
  );
  if (passing) return passing;

  const row = tokenErrorRows.find(
    ({ codes, says }) => code !== null && codes.includes(code) && (!says || says.test(error.text)),
  );
  if (row) return row;
  if (isClientRefused(error)) return unknownClient;
  // Zoom has said `invalid_request` for dead refresh tokens, with the same reason.
  if (error.error === "invalid_grant" || /invalid token/i.test(error.text)) {
    return subject === "code" ? refusedCode : endedGrant;
  }
  return unlistedApiError;
}

function isClientRefused({ error, httpStatus }: ZoomError): boolean {
  return (
    error === "invalid_client" || error === "unauthorized_client" || (error === null && httpStatus === 401)
  );
}

/** The number as a field of its own or, as Zoom's texts give it, somewhere in the reason: “… (4741)”. */
function codeOf({ code, text }: ZoomError): number | null {
  const known = (number: number) => tokenErrorRows.some(({ codes }) => codes.includes(number));
  if (code !== null && known(code)) return code;

  const named = /\b4,?7\d\d\b/.exec(text)?.[0];
  return named ? Number(named.replace(",", "")) : code;
}

function spelled({ error, httpStatus }: ZoomError, code: number | null): string {
  return [error, code].filter((part) => part !== null).join("/") || `HTTP ${httpStatus}`;
}
