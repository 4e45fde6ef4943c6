import "server-only";
import type { Account, Answer, ConnectProvider } from "#lib/providers/connect-contract.ts";
import { appOf } from "./app-of.ts";

type Use = { isUsedElsewhere: boolean; isLastOfGrant: boolean };

/**
 * Tells the platform that an account is no longer used. False when it may work later; a refusal that time does not change,
 * such as a grant already taken back, counts as done.
 */
export async function letGo(
  provider: ConnectProvider,
  account: Account,
  { isUsedElsewhere, isLastOfGrant }: Use,
): Promise<boolean> {
  const app = appOf(provider);
  if (!app) return false;

  if (provider.unsubscribe && !isUsedElsewhere && isPassing(await provider.unsubscribe(app, account)))
    return false;
  if (provider.revokeGrant && isLastOfGrant && isPassing(await provider.revokeGrant(app, account)))
    return false;
  return true;
}

function isPassing(answer: Answer<null>): boolean {
  return !answer.ok && ["temporary", "rate_limited", "misconfigured"].includes(answer.error.kind);
}
