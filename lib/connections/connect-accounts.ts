import "server-only";
import type { Visitor } from "#lib/audit/record.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import type { AccountOutcome } from "./attempt-outcome.ts";
import { concludeAttempt } from "./conclude-attempt.ts";
import { connectAccount } from "./connect-account.ts";
import { findAttempt } from "./find-attempt.ts";
import { openGrant } from "./open-grant.ts";

export type ConnectRefusal = "admins-only" | "attempt-over" | "nothing-chosen";

/**
 * Connects what was chosen, one account after the other: one that fails changes nothing and stops no other. While some
 * failed the grant is kept, so that they can be tried again.
 */
export async function connectAccounts(
  member: Member,
  attemptId: string,
  chosen: readonly string[] | "all",
  visitor: Visitor = {},
): Promise<Result<AccountOutcome[], ConnectRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  if (chosen.length === 0) return fail("nothing-chosen");

  const attempt = await findAttempt(member, attemptId);
  const granted = attempt && (await openGrant(attempt));
  if (!granted) return fail("attempt-over");

  const reachable = await granted.connect.reachableAccounts(granted.app, granted.grant);
  if (!reachable.ok) {
    const { sentence, nextStep } = reachable.error;
    const name = attempt.reconnectName ?? granted.provider.name;
    return conclude(
      (chosen === "all" ? [name] : chosen).map((externalId) => ({
        externalId,
        displayName: name,
        state: "failed",
        sentence: `${sentence} ${nextStep}`,
        connectionId: null,
      })),
    );
  }

  const outcomes: AccountOutcome[] = [];
  const ids = chosen === "all" ? reachable.value.map(({ offer }) => offer.externalId) : new Set(chosen);
  for (const externalId of ids) {
    const account = reachable.value.find(({ offer }) => offer.externalId === externalId);
    outcomes.push(
      account
        ? await connectAccount(member, granted, account, visitor)
        : {
            externalId,
            displayName: attempt.reconnectName ?? `${granted.provider.accountNoun.one} ${externalId}`,
            state: "failed",
            sentence: `${granted.provider.name} did not give access to it. Nothing was changed.`,
            connectionId: null,
          },
    );
  }
  return conclude(outcomes);

  async function conclude(accounts: AccountOutcome[]) {
    const keepGrant = accounts.some(({ state }) => state === "failed");
    await concludeAttempt(attemptId, { kind: "finished", accounts }, { keepGrant });
    return ok(accounts);
  }
}
