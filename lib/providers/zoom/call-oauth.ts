import type { Answer, AppCredentials } from "../connect-contract.ts";
import { callProvider } from "../http.ts";
import { noteLimit } from "../limits.ts";
import { basicAuthorization } from "./basic-authorization.ts";
import { lostAnswer } from "./lost-answer.ts";
import { passingFault } from "./passing-fault.ts";
import { readRateLimit } from "./rate-limit.ts";
import { type TokenSubject, tokenFault } from "./token-fault.ts";
import { readZoomError } from "./zoom-error.ts";

/** One call to `zoom.us/oauth/<endpoint>`: the app in Basic auth, everything else in the body. Its JSON, or a fault in words. */
export async function callOAuth(
  app: AppCredentials,
  endpoint: "token" | "revoke",
  form: Record<string, string>,
  subject: TokenSubject,
): Promise<Answer<unknown>> {
  const answer = await callProvider({
    host: "zoom.us",
    path: `/oauth/${endpoint}`,
    method: "POST",
    form,
    headers: { authorization: basicAuthorization(app) },
  });
  // Whether it was acted upon before the line went dead cannot be known.
  if (!answer.ok) return { ok: false, error: passingFault(answer.error, lostAnswer) };

  const { status, headers, body } = answer.value;
  const limit = readRateLimit(headers, new Date());
  const error = readZoomError(status, headers, body);
  const fault = error && tokenFault(error, subject, limit.regainSeconds);
  noteLimit({ ...limit, isRefused: fault?.kind === "rate_limited" });
  if (fault) return { ok: false, error: fault };
  return { ok: true, value: body };
}
