import type { Secrets, Verified } from "../connect-contract.ts";
import { heldScopes } from "./held-scopes.ts";

/** What the stored answer of the token endpoint says: Zoom has no call that describes a token. */
export function describedTokens(secrets: Secrets): Verified {
  return {
    scopes: heldScopes(secrets.scope ?? ""),
    accessExpiresAt: instant(secrets.accessExpiresAt),
    refreshExpiresAt: instant(secrets.refreshExpiresAt),
  };
}

function instant(text: string | undefined): Date | null {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
