import { randomBytes } from "node:crypto";
import { nowSeconds } from "../clock.ts";
import type { FacebookState, Token } from "../state/types.ts";

const day = 86_400;
const shortLife = 5_400;
const longLife = 60 * day;
const dataAccess = 90 * day;

export function issueUserToken(state: FacebookState, personId: string, longLived: boolean): Token {
  const issuedAt = nowSeconds();
  return keep(state, {
    kind: "USER",
    personId,
    pageId: null,
    parent: null,
    longLived,
    issuedAt,
    expiresAt: issuedAt + (longLived ? longLife : shortLife),
    dataAccessExpiresAt: issuedAt + dataAccess,
    dead: null,
    value: randomToken(),
  });
}

/** A Page token lives as long as its user token's kind lets it: hours, or without an end. */
export function pageTokenFrom(state: FacebookState, parent: Token, pageId: string): Token {
  const known = Object.values(state.tokens).find(
    (token) => token.parent === parent.value && token.pageId === pageId && !token.dead && !hasExpired(token),
  );
  if (known) return known;

  return keep(state, {
    ...parent,
    value: randomToken(),
    kind: "PAGE",
    pageId,
    parent: parent.value,
    issuedAt: nowSeconds(),
    expiresAt: parent.longLived ? 0 : parent.expiresAt,
  });
}

export function hasExpired(token: Token): boolean {
  return token.expiresAt !== 0 && token.expiresAt <= nowSeconds();
}

function keep(state: FacebookState, token: Token): Token {
  state.tokens[token.value] = token;
  return token;
}

function randomToken(): string {
  return `EAAG${randomBytes(90).toString("base64url").replaceAll(/[-_]/g, "Z")}`;
}
