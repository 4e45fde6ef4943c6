import { z } from "zod";
import type { FaultKind, ProviderFault } from "../connect-contract.ts";
import { twilioErrorRows } from "./error-rows.ts";

const longestWaitSeconds = 24 * 60 * 60;

const Envelope = z.object({ code: z.coerce.number().int() });

/** The fault that a refused call is. Its number decides, never its text; the envelope's own number comes first. */
export function twilioFault(status: number, headers: Headers, body: unknown): ProviderFault {
  const code = Envelope.safeParse(body).data?.code ?? null;
  const meaning = meaningOf(code) ?? plain(status);

  return {
    ...meaning,
    code: code === null ? `HTTP ${status}` : String(code),
    traceId: headers.get("twilio-request-id")?.slice(0, 100) ?? null,
    retryAfterSeconds: retryAfter(headers),
  };
}

type Meaning = { kind: FaultKind; sentence: string; nextStep: string };

/** What a code of Twilio's means, on a call and on a message that failed later; null when it is not in our table. */
export function meaningOf(code: number | null): Meaning | null {
  const row = twilioErrorRows.find(({ codes }) => code !== null && codes.includes(code));
  return row ? { kind: row.kind, sentence: row.sentence, nextStep: row.nextStep } : null;
}

const codeOfStatus: Record<number, number> = { 401: 20003, 404: 20404, 429: 20429 };

function plain(status: number): Meaning {
  const named = meaningOf(codeOfStatus[status] ?? null);
  if (named) return named;
  if (status >= 500) {
    return {
      kind: "temporary",
      sentence: "Twilio has a temporary problem.",
      nextStep: "Nothing was lost. Try again in a few minutes.",
    };
  }
  return {
    kind: "rejected",
    sentence: "Twilio refused the request.",
    nextStep: "Try again. If it happens again, tell support the code.",
  };
}

function retryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return seconds > 0 ? Math.min(Math.ceil(seconds), longestWaitSeconds) : null;
}
