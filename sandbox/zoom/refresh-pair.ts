import { now } from "../clock.ts";
import { tokenError } from "./token-error.ts";
import { issuePair } from "./tokens.ts";
import type { TokenPair, ZoomState } from "./types.ts";

/** The pair whose refresh token this is. Throws Zoom's error when it can no longer be used. */
export function findRefreshable(state: ZoomState, refreshToken: string): TokenPair {
  const pair = Object.values(state.pairs).find(({ refresh }) => refresh === refreshToken);
  if (!pair) throw tokenError("invalid_grant", "Invalid Token!");

  const refused = (reason: string) => {
    refreshesOf(state, pair.userId).refused += 1;
    return tokenError("invalid_grant", reason);
  };
  if (pair.dead) throw refused(pair.dead.reason);
  if (pair.refreshExpiresAt <= now()) throw refused("Invalid Token! (4737)");
  return pair;
}

/** Rotates: the old refresh token is dead at once. The old access token lives on until its hour is over. */
export function refreshPair(state: ZoomState, pair: TokenPair): TokenPair {
  pair.dead = { code: 4737, reason: "Invalid Token!" };
  refreshesOf(state, pair.userId).rotated += 1;
  return issuePair(state, pair.userId, pair.scopes);
}

export function refreshesOf(state: ZoomState, userId: string) {
  state.refreshes[userId] ??= { asked: 0, rotated: 0, refused: 0 };
  return state.refreshes[userId];
}
