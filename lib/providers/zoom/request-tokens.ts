import { z } from "zod";
import type { Answer, AppCredentials, Secrets } from "../connect-contract.ts";
import { apiHost } from "./api-host.ts";
import { callOAuth } from "./call-oauth.ts";
import { lostAnswer } from "./lost-answer.ts";
import { passingFault } from "./passing-fault.ts";

/** Zoom names no firm life of a refresh token; ninety days without use is what its pages call common. */
const refreshLifeMs = 90 * 24 * 60 * 60 * 1000;
const usualAccessSeconds = 3600;

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.coerce.number().positive().catch(usualAccessSeconds),
  scope: z.string().optional(),
  api_url: z.string().optional(),
});

/**
 * Asks for tokens. What the answer leaves out stays as in `before`. An answer that went well and cannot be read counts as
 * lost: the tokens in it are spent all the same.
 */
export async function requestTokens(
  app: AppCredentials,
  form: Record<string, string>,
  before: Secrets = {},
): Promise<Answer<Secrets>> {
  // From before the call: tokens age while their answer travels.
  const askedAt = Date.now();
  const subject = form.grant_type === "refresh_token" ? "token" : "code";
  const answer = await callOAuth(app, "token", form, subject);
  if (!answer.ok) return answer;

  const tokens = TokenAnswer.safeParse(answer.value).data;
  const refreshToken = tokens?.refresh_token ?? before.refreshToken;
  if (!tokens || !refreshToken) return { ok: false, error: passingFault("misshapen", lostAnswer) };

  return {
    ok: true,
    value: {
      ...before,
      accessToken: tokens.access_token,
      refreshToken,
      apiUrl: `https://${apiHost(tokens.api_url ?? before.apiUrl)}`,
      scope: tokens.scope ?? before.scope ?? "",
      accessExpiresAt: new Date(askedAt + tokens.expires_in * 1000).toISOString(),
      refreshExpiresAt: new Date(askedAt + refreshLifeMs).toISOString(),
    },
  };
}
