import { createHash } from "node:crypto";
import { now } from "../clock.ts";
import { tokenError } from "./token-error.ts";
import { issuePair, revokeAll } from "./tokens.ts";
import type { Code, TokenPair, ZoomState } from "./types.ts";

/** A code for tokens. Whatever the same person gave this app before is revoked by it. */
export function redeemCode(state: ZoomState, form: URLSearchParams): TokenPair {
  const code = state.codes[form.get("code") ?? ""];
  if (!code || code.used) throw tokenError("invalid_grant", "Invalid authorization code (4734)");
  if (code.expiresAt <= now()) throw tokenError("invalid_grant", "Authorization code expired (4733)");
  if (form.get("redirect_uri") !== code.redirectUri) {
    throw tokenError("invalid_request", "Redirect URI mismatch (4709)");
  }
  if (!isVerified(code.challenge, form.get("code_verifier"))) {
    throw tokenError("invalid_grant", "Invalid code verifier");
  }
  if (!state.users[code.userId])
    throw tokenError("invalid_grant", "The owner of the token does not exist (4735)");

  code.used = true;
  revokeAll(state, code.userId, 4741, "Token has been revoked: multiple authorizations (4741)");
  return issuePair(state, code.userId, code.scopes);
}

function isVerified(challenge: Code["challenge"], verifier: string | null): boolean {
  if (!challenge) return true;
  if (!verifier || !/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  const proof =
    challenge.method === "plain" ? verifier : createHash("sha256").update(verifier).digest("base64url");
  return proof === challenge.text;
}
