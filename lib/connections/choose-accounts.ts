import "server-only";
import type { Visitor } from "#lib/audit/record.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, type Result } from "#lib/result.ts";
import type { AccountOutcome } from "./attempt-outcome.ts";
import { type ConnectRefusal, connectAccounts } from "./connect-accounts.ts";

/** Connects what a person ticked. Each try asks the platform about every account, so it may not be repeated endlessly. */
export async function chooseAccounts(
  member: Member,
  attemptId: string,
  chosen: readonly string[],
  visitor: Visitor = {},
): Promise<Result<AccountOutcome[], ConnectRefusal | "too-many">> {
  if (!hasRole(member, "admin")) return fail("admins-only");

  const { allowed } = await knock("choose-accounts", { userId: member.userId });
  return allowed ? connectAccounts(member, attemptId, chosen, visitor) : fail("too-many");
}
