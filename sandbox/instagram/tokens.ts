import { randomBytes } from "node:crypto";
import { nowSeconds } from "../clock.ts";
import { GraphError } from "../facebook/graph-error.ts";
import { basicScope } from "./scopes.ts";
import type { InstagramState, InstagramToken } from "./types.ts";

const hour = 3_600;
const day = 24 * hour;

export function issueToken(state: InstagramState, userId: string, longLived: boolean): InstagramToken {
  const issuedAt = nowSeconds();
  const token: InstagramToken = {
    value: `IGAA${randomBytes(100).toString("base64url").replaceAll(/[-_]/g, "Z")}`,
    userId,
    longLived,
    issuedAt,
    expiresAt: issuedAt + (longLived ? 60 * day : hour),
    dead: null,
  };
  state.tokens[token.value] = token;
  return token;
}

/** The token, if Instagram would take it. Throws its error 190 otherwise. */
export function livingToken(state: InstagramState, value: string | undefined): InstagramToken {
  const token = value ? state.tokens[value] : undefined;
  if (!token) throw new GraphError(190, "Invalid OAuth access token - Cannot parse access token");
  if (token.dead) throw new GraphError(190, token.dead.message, { subcode: token.dead.subcode });
  if (token.expiresAt <= nowSeconds()) {
    const when = new Date(token.expiresAt * 1000).toUTCString();
    throw new GraphError(190, `Error validating access token: Session has expired on ${when}.`, {
      subcode: 463,
    });
  }
  return token;
}

/** A short-lived token for one of 60 days. Only the token itself and the secret are asked for. */
export function exchangeShort(state: InstagramState, value: string | undefined): InstagramToken {
  const token = livingToken(state, value);
  if (token.longLived) throw unsupported();
  return issueToken(state, token.userId, true);
}

/** A long-lived token for a fresh one: at least a day old, not expired, and the basic scope still granted. */
export function refreshLong(state: InstagramState, value: string | undefined): InstagramToken {
  const token = livingToken(state, value);
  if (!token.longLived || nowSeconds() - token.issuedAt < day) throw unsupported();
  if (!state.grants[token.userId]?.includes(basicScope)) throw notAllowed();

  state.refreshes[token.userId] = (state.refreshes[token.userId] ?? 0) + 1;
  // The old one goes on until its own end.
  return issueToken(state, token.userId, true);
}

export function killTokens(state: InstagramState, userId: string, subcode: number, message: string) {
  for (const token of Object.values(state.tokens)) {
    if (token.userId === userId) token.dead ??= { subcode, message };
  }
}

export function notAllowed(): GraphError {
  return new GraphError(10, "(#10) Application does not have permission for this action");
}

// What Instagram answers to a token that is too young or of the wrong kind names neither.
function unsupported(): GraphError {
  return new GraphError(100, "Unsupported request - method type: get", { type: "IGApiException" });
}
