import { randomBytes } from "node:crypto";
import { nowSeconds, toldSeconds } from "../clock.ts";
import type { SystemToken, WhatsAppState } from "./types.ts";

const sixtyDays = 60 * 86_400;

type NewToken = Pick<SystemToken, "systemUserId" | "name" | "scopes" | "accountIds" | "ofAnotherApp"> & {
  expires: boolean;
};

export function issueSystemToken(state: WhatsAppState, token: NewToken): SystemToken {
  const { systemUserId, name, scopes, accountIds, ofAnotherApp, expires } = token;
  const fields = { systemUserId, name, scopes, accountIds, ofAnotherApp };
  const issuedAt = nowSeconds();
  const value = `EAAG${randomBytes(90).toString("base64url").replaceAll(/[-_]/g, "Z")}`;
  const expiresAt = expires ? issuedAt + sixtyDays : 0;
  const issued: SystemToken = { value, ...fields, issuedAt, expiresAt, dead: null };
  state.tokens[value] = issued;
  return issued;
}

/** Why Meta would refuse this token with code 190, or null while it works. */
export function whySystemTokenIsDead(token: SystemToken): { subcode?: number; message: string } | null {
  if (token.dead) return token.dead;
  if (token.expiresAt === 0 || token.expiresAt > nowSeconds()) return null;
  const when = new Date(token.expiresAt * 1000).toUTCString();
  return { subcode: 463, message: `Error validating access token: Session has expired on ${when}.` };
}

export function reaches({ accountIds }: SystemToken, accountId: string): boolean {
  return accountIds === null || accountIds.includes(accountId);
}

/** What debug_token tells of it. */
export function systemTokenNode(token: SystemToken, app: object) {
  const known = {
    ...app,
    type: "SYSTEM_USER",
    issued_at: toldSeconds(token.issuedAt),
    expires_at: toldSeconds(token.expiresAt),
    data_access_expires_at: 0,
    user_id: token.systemUserId,
  };
  const death = whySystemTokenIsDead(token);
  if (death) return { data: { ...known, is_valid: false, error: { code: 190, ...death }, scopes: [] } };

  const granular = token.scopes.map((scope) =>
    scope.startsWith("whatsapp_") && token.accountIds ? { scope, target_ids: token.accountIds } : { scope },
  );
  return { data: { ...known, is_valid: true, scopes: token.scopes, granular_scopes: granular } };
}
