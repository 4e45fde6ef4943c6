import { randomBytes } from "node:crypto";
import { now } from "../clock.ts";
import type { TokenPair, ZoomState } from "./types.ts";

const accessLifeMs = 3_600_000;
const refreshLifeMs = 90 * 86_400_000;
const forgottenAfterMs = 180 * 86_400_000;

export function issuePair(state: ZoomState, userId: string, scopes: string[]): TokenPair {
  for (const old of Object.values(state.pairs)) {
    if (old.refreshExpiresAt + forgottenAfterMs < now()) delete state.pairs[old.access];
  }
  const pair: TokenPair = {
    access: newToken(),
    refresh: newToken(),
    userId,
    scopes,
    accessExpiresAt: now() + accessLifeMs,
    refreshExpiresAt: now() + refreshLifeMs,
    dead: null,
    revoked: false,
  };
  state.pairs[pair.access] = pair;
  return pair;
}

/** Ends everything the app holds for a user: the refresh tokens, and the access tokens with them. */
export function revokeAll(state: ZoomState, userId: string, code: number, reason: string): number {
  const living = Object.values(state.pairs).filter((pair) => pair.userId === userId && !pair.revoked);
  for (const pair of living) {
    pair.dead ??= { code, reason };
    pair.revoked = true;
  }
  return living.length;
}

/** Whether the app may still act for the user: only then does it hear of what happens to them. */
export function hasAuthorized(state: ZoomState, userId: string): boolean {
  return Object.values(state.pairs).some((pair) => pair.userId === userId && !pair.dead && !pair.revoked);
}

/** Looks like a signed JSON token, as Zoom's do, and is to be treated as opaque. */
function newToken(): string {
  const head = Buffer.from('{"sv":"000001","alg":"HS512","v":"2.0"}').toString("base64url");
  return `${head}.${randomBytes(240).toString("base64url")}.${randomBytes(64).toString("base64url")}`;
}
