import "server-only";
import type { Visitor } from "#lib/audit/record.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { ReachableAccount } from "#lib/providers/connect-contract.ts";
import type { AccountOutcome } from "./attempt-outcome.ts";
import { checkConnection } from "./check-connection.ts";
import type { GivenGrant } from "./open-grant.ts";
import { saveConnection } from "./save-connection.ts";
import { type WiderAccess, widerAccess } from "./wider-access.ts";

/**
 * Connects one account, or renews its connection in place. The new access is verified before it replaces anything, and a
 * working connection is not exchanged for one that may do less.
 */
export async function connectAccount(
  member: Member,
  { provider, app, grant }: GivenGrant,
  account: ReachableAccount,
  visitor: Visitor,
): Promise<AccountOutcome> {
  const { offer, secrets } = account;
  const outcome = (state: AccountOutcome["state"], sentence: string, connectionId: string | null = null) => ({
    externalId: offer.externalId,
    displayName: offer.displayName,
    state,
    sentence,
    connectionId,
  });
  if (!secrets) {
    return outcome(
      "failed",
      `${offer.obstacle?.sentence ?? "No access to it was given."} Nothing was changed.`,
    );
  }

  const verified = await provider.verify(app, { externalId: offer.externalId, secrets });
  if (!verified.ok) return outcome("failed", `${verified.error.sentence} ${verified.error.nextStep}`);

  const better = await widerAccess(member, provider, { account, grant, verified: verified.value });
  if (better) return outcome("kept", keptSentence(provider.name, better), better.connectionId);

  const saved = await saveConnection(member, provider, {
    account: { ...account, secrets },
    grant,
    verified: verified.value,
    visitor,
  });
  if (!saved.ok) {
    return outcome(
      "failed",
      "It is connected to another organization. It has to be disconnected there first.",
    );
  }

  const checked = await checkConnection(saved.value.connectionId, "connect");
  return checked?.status === "healthy"
    ? outcome("connected", "Connected, and everything works.", saved.value.connectionId)
    : outcome(
        "needs_attention",
        checked?.reason ?? "Connected; it is being checked.",
        saved.value.connectionId,
      );
}

function keptSentence(name: string, { lost, isKnownToWork }: WiderAccess): string {
  return isKnownToWork
    ? `It works, and was left as it was. ${lost.join(" ")}`
    : `${name} did not say whether its present access still works, so it was left as it was. ${lost.join(" ")} Try again in a few minutes.`;
}
