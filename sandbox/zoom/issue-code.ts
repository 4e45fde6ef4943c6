import { randomBytes } from "node:crypto";
import { now } from "../clock.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import type { Code, ZoomState } from "./types.ts";

const lifeMs = 5 * 60_000;
const forgottenAfterMs = 86_400_000;

/** A code that works once, for five minutes, with the same redirect_uri and the right verifier. */
export function issueCode(
  state: ZoomState,
  { redirectUri, challenge }: Pick<AuthorizeRequest, "redirectUri" | "challenge">,
  userId: string,
  scopes: string[],
): Code {
  for (const code of Object.values(state.codes)) {
    if (code.expiresAt + forgottenAfterMs < now()) delete state.codes[code.value];
  }
  const value = randomBytes(32).toString("base64url");
  const code: Code = {
    value,
    userId,
    redirectUri,
    challenge,
    scopes,
    expiresAt: now() + lifeMs,
    used: false,
  };
  state.codes[value] = code;
  return code;
}
