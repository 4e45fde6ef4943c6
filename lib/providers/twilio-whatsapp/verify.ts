import type { Account, Answer, AppCredentials, Verified } from "../connect-contract.ts";
import { accountFault, readAccount } from "./account.ts";
import { accountSender, senderFault } from "./account-sender.ts";

/** Proves that the Auth Token opens the account and signs for it, and that the number is one of its WhatsApp senders. */
export async function verifyNumber(_app: AppCredentials, account: Account): Promise<Answer<Verified>> {
  const known = await readAccount(account.secrets);
  if (!known.ok) return known;
  const unusable = accountFault(known.value);
  if (unusable) return { ok: false, error: unusable };

  const sender = await accountSender(account);
  if (!sender.ok) return sender;
  const offline = sender.value && senderFault(sender.value);
  if (offline) return { ok: false, error: offline };
  return { ok: true, value: { scopes: [], accessExpiresAt: null, refreshExpiresAt: null } };
}
