import type { FaultKind, ProviderFault } from "../connect-contract.ts";
import type { MetaErrorRow } from "./error-row.ts";
import { metaErrorRows } from "./error-rows.ts";
import type { MetaError } from "./read-error.ts";

/**
 * What a Graph error means and what to do about it. The first row that fits decides; a row with a subcode is stricter.
 * A product of Meta's with words of its own puts its rows before the common ones.
 */
export function metaFault(
  error: MetaError,
  retryAfterSeconds: number | null = null,
  rows: readonly MetaErrorRow[] = metaErrorRows,
): ProviderFault {
  const row = rows.find(
    (candidate) =>
      (candidate.subcodes === undefined ||
        (error.subcode !== null && candidate.subcodes.includes(error.subcode))) &&
      error.code !== null &&
      candidate.codes.some(([from, to]) => error.code !== null && error.code >= from && error.code <= to),
  );
  // Meta's own word that it will pass outranks a plain refusal, but not a grant that is known to be dead.
  const willPass = (error.isTransient || error.httpStatus >= 500) && (row?.kind ?? "rejected") === "rejected";
  const meaning = willPass ? passing : (row ?? unlisted(error));

  return {
    kind: meaning.kind,
    sentence: meaning.sentence,
    nextStep: meaning.nextStep,
    code: spelled(error),
    traceId: error.traceId,
    retryAfterSeconds,
  };
}

type Meaning = { kind: FaultKind; sentence: string; nextStep: string };

const passing: Meaning = {
  kind: "temporary",
  sentence: "Meta has a temporary problem.",
  nextStep: "Nothing was lost. Try again in a few minutes.",
};

function unlisted(error: MetaError): Meaning {
  if (error.httpStatus === 429) {
    return {
      kind: "rate_limited",
      sentence: "Meta asks us to slow down.",
      nextStep: "Nothing was lost. It continues by itself.",
    };
  }
  return {
    kind: "rejected",
    sentence: "Meta refused the request.",
    nextStep: "Try again. If it happens again, tell support the code.",
  };
}

function spelled({ code, subcode, httpStatus }: MetaError): string {
  if (code === null) return `HTTP ${httpStatus}`;
  return subcode === null ? String(code) : `${code}/${subcode}`;
}
