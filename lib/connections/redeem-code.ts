import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { oauthSessions } from "#drizzle/schema/connections.ts";
import type { Visitor } from "#lib/audit/record.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { Grant } from "#lib/providers/connect-contract.ts";
import type { DialogConnect } from "#lib/providers/dialog-connect.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { appOf } from "./app-of.ts";
import type { AccountOutcome } from "./attempt-outcome.ts";
import { checkSiblings } from "./check-siblings.ts";
import { concludeAttempt } from "./conclude-attempt.ts";
import { connectAccounts } from "./connect-accounts.ts";
import { type Attempt, findAttempt } from "./find-attempt.ts";
import { attemptPlace, secretsVault } from "./secrets-vault.ts";

/** How long a person may take to choose; the grant is forgotten after it. */
const choiceMs = 60 * 60_000;

/**
 * Trades the dialog's code for a grant and keeps it for the choice. Where there is nothing to choose (one account to a
 * grant, or a reconnect) it goes on to connect.
 */
export async function redeemCode(
  member: Member,
  attemptId: string,
  code: string,
  visitor: Visitor,
): Promise<"choose" | "finished" | "over"> {
  const attempt = await findAttempt(member, attemptId);
  const provider = attempt && findProvider(attempt.provider);
  const app = provider && appOf(provider);
  if (!app || provider.connect.kind !== "dialog") {
    await concludeAttempt(attemptId, notSetUp);
    return "over";
  }

  const codeVerifier = await openVerifier(attempt);
  const answer = await provider.connect.exchange(app, {
    code,
    redirectUri: attempt.redirectUri,
    codeVerifier,
  });
  if (!answer.ok) {
    const { sentence, nextStep } = answer.error;
    await concludeAttempt(attemptId, { kind: "refused", sentence, nextStep });
    return "over";
  }
  await keepGrant(attemptId, answer.value);

  const chosen = chosenAlready(attempt, provider.connect);
  const connected = chosen && (await connectAccounts(member, attemptId, chosen, visitor));
  const checked = connected?.ok ? connected.value.filter(({ state }) => wasChecked.has(state)) : [];
  await checkSiblings(
    provider.id,
    answer.value.authorizedBy,
    checked.flatMap(({ connectionId }) => connectionId ?? []),
  );
  return chosen ? "finished" : "choose";
}

function chosenAlready({ reconnectExternalId }: Attempt, connect: DialogConnect): string[] | "all" | null {
  if (reconnectExternalId !== null) return [reconnectExternalId];
  return connect.accountsPerGrant === "one" ? "all" : null;
}

const wasChecked = new Set<AccountOutcome["state"]>(["connected", "needs_attention"]);

const notSetUp = {
  kind: "refused" as const,
  sentence: "This platform is no longer set up here.",
  nextStep: "Ask whoever runs this installation.",
};

async function openVerifier({ id, verifierCiphertext }: Attempt): Promise<string | null> {
  if (verifierCiphertext === null) return null;
  const opened = await secretsVault().open(verifierCiphertext, attemptPlace(id));
  return opened.ok ? z.string().parse(opened.value) : null;
}

async function keepGrant(attemptId: string, grant: Grant): Promise<void> {
  const { ciphertext } = await secretsVault().seal(grant, attemptPlace(attemptId));
  await asSystem((tx) =>
    tx
      .update(oauthSessions)
      .set({
        grantCiphertext: ciphertext,
        verifierCiphertext: null,
        expiresAt: new Date(Date.now() + choiceMs),
      })
      .where(eq(oauthSessions.id, attemptId)),
  );
}
