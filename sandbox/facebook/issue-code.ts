import { randomBytes } from "node:crypto";
import { nowSeconds } from "../clock.ts";
import type { Code, FacebookState } from "../state/types.ts";

const lifetime = 600;
const forgottenAfter = 86_400;

/** A code that works once, for ten minutes, with the same redirect_uri. */
export function issueCode(state: FacebookState, personId: string, redirectUri: string): Code {
  const now = nowSeconds();
  for (const code of Object.values(state.codes)) {
    if (code.expiresAt + forgottenAfter < now) delete state.codes[code.value];
  }

  const value = `AQ${randomBytes(110).toString("base64url")}`;
  const code: Code = { value, personId, redirectUri, expiresAt: now + lifetime, used: false };
  state.codes[value] = code;
  return code;
}
