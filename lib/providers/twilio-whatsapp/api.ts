import type { z } from "zod";
import type { Answer, Secrets } from "../connect-contract.ts";
import type { Json } from "../contract.ts";
import { callProvider } from "../http.ts";
import { noteLimit } from "../limits.ts";
import { twilioFault } from "./errors.ts";
import { fault } from "./fault.ts";

export type TwilioCall = {
  host: "api.twilio.com" | "messaging.twilio.com";
  path: string;
  query?: Record<string, string>;
  /** Makes it a POST. */
  json?: Json;
};

const later = "Nothing was lost. Try again in a few minutes.";

/**
 * One call to Twilio as this account. The answer has the given shape or is a fault in words. Refusals for going too fast
 * are never processed, so they are safe to repeat later.
 */
export async function twilio<Schema extends z.ZodType>(
  { accountSid = "", authToken = "" }: Secrets,
  { json, ...call }: TwilioCall,
  schema: Schema,
): Promise<Answer<z.output<Schema>>> {
  const pair = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  const answer = await callProvider({
    ...call,
    ...(json !== undefined && { method: "POST" as const, json }),
    headers: { authorization: `Basic ${pair}` },
  });
  if (!answer.ok) {
    const sentence =
      answer.error === "too_large"
        ? "Twilio's answer was too large to read."
        : "Twilio could not be reached just now.";
    return { ok: false, error: fault("temporary", sentence, later) };
  }

  const { status, headers, body } = answer.value;
  if (status < 200 || status >= 300) {
    const error = twilioFault(status, headers, body);
    const isRefused = error.kind === "rate_limited";
    noteLimit({ percentUsed: null, regainSeconds: isRefused ? error.retryAfterSeconds : null, isRefused });
    return { ok: false, error };
  }

  const shaped = schema.safeParse(body);
  if (shaped.success) return { ok: true, value: shaped.data };
  return { ok: false, error: fault("temporary", "Twilio sent an answer that makes no sense here.", later) };
}
