import type { Account, Answer, AppCredentials, Verified } from "../connect-contract.ts";
import { inspectToken } from "./inspect-token.ts";
import { readNumber, type WhatsappNumber } from "./read-number.ts";
import { managementScope } from "./scopes.ts";
import { whatsappSecrets } from "./secrets.ts";

/** `number` is null when the token lives and may not look at numbers any more. */
export type VerifiedNumber = Verified & { number: WhatsappNumber | null };

/** Proves that the token lives, is ours and opens this very number. */
export async function verifyWhatsapp(app: AppCredentials, account: Account): Promise<Answer<VerifiedNumber>> {
  const token = await inspectToken(app, whatsappSecrets(account.secrets));
  if (!token.ok) return token;

  const { scopes, expiresAt } = token.value;
  const verified = { scopes, accessExpiresAt: expiresAt, refreshExpiresAt: null };
  if (!scopes.includes(managementScope)) return { ok: true, value: { ...verified, number: null } };

  const number = await readNumber(app, account);
  return number.ok ? { ok: true, value: { ...verified, number: number.value } } : number;
}
