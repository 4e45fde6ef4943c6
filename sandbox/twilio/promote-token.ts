import { newToken } from "./new-sid.ts";
import type { Account } from "./types.ts";

/** From this moment the token before is worth nothing, and webhooks are signed with the new one. */
export function promoteToken(account: Account) {
  account.authToken = account.secondaryToken ?? newToken();
  account.secondaryToken = null;
  account.updatedAt = Date.now();
}
