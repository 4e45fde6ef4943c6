import "server-only";
import type { Answer } from "#lib/providers/connect-contract.ts";
import { renewAccess } from "./renew-access.ts";

type Use = { isUsedElsewhere: boolean; isLastOfGrant: boolean };

/**
 * Tells the platform that an account is no longer used. False when it may work later; a refusal that time does not change,
 * such as a grant already taken back, counts as done.
 */
export async function letGo(connectionId: string, { isUsedElsewhere, isLastOfGrant }: Use): Promise<boolean> {
  const opened = await renewAccess(connectionId);
  if (!opened.ok) return opened.error !== "not-set-up";
  const { access, fault } = opened.value;
  if (fault && isPassing({ ok: false, error: fault })) return false;

  const { provider, app, account } = access;
  if (provider.unsubscribe && !isUsedElsewhere && isPassing(await provider.unsubscribe(app, account)))
    return false;
  if (provider.revokeGrant && isLastOfGrant && isPassing(await provider.revokeGrant(app, account)))
    return false;
  return true;
}

function isPassing(answer: Answer<null>): boolean {
  return !answer.ok && ["temporary", "rate_limited", "misconfigured"].includes(answer.error.kind);
}
