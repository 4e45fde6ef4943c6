import "server-only";
import type { Visitor } from "#lib/audit/record.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import type { ProviderFault } from "#lib/providers/connect-contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { appOf } from "./app-of.ts";
import type { AccountOutcome } from "./attempt-outcome.ts";
import { connectAccount } from "./connect-account.ts";
import { findConnection } from "./queries.ts";
import { typedCredentials } from "./typed-credentials.ts";

export type SubmitRefusal = "admins-only" | "too-many" | "unknown-provider" | "not-set-up" | "not-connected";

/**
 * `invalid`: a complaint for each field it concerns. `refused`: what the platform said, or why the account cannot be taken;
 * nothing was changed. `connected` tells in a sentence how it is. No answer holds what was typed.
 */
export type Submission =
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "refused"; sentence: string }
  | { kind: "connected"; connectionId: string; state: AccountOutcome["state"]; sentence: string };

/**
 * Connects the account that the typed credentials name, as a dialog's choice would be. With `reconnectConnectionId` they
 * must open that very account: a slip of the clipboard must not swap one account for another.
 */
export async function submitCredentials(
  member: Member,
  providerId: string,
  typed: Readonly<Record<string, unknown>>,
  visitor: Visitor = {},
  reconnectConnectionId?: string,
): Promise<Result<Submission, SubmitRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const provider = findProvider(providerId);
  if (provider?.connect.kind !== "form") return fail("unknown-provider");
  const app = appOf(provider);
  if (!app) return fail("not-set-up");

  const parsed = typedCredentials(provider.connect.fields).safeParse(typed);
  if (!parsed.success) return ok({ kind: "invalid", fields: firstComplaints(parsed.error.issues) });

  const { allowed } = await knock("submit-credentials", { userId: member.userId, ip: visitor.ip });
  if (!allowed) return fail("too-many");
  const renewed =
    reconnectConnectionId === undefined ? null : await findConnection(member, reconnectConnectionId);
  if (renewed === undefined || (renewed && renewed.provider !== provider.id)) return fail("not-connected");

  const answer = await provider.connect.submit(app, parsed.data);
  if (!answer.ok) return ok({ kind: "refused", sentence: told(answer.error) });
  const { grant, account } = answer.value;
  if (renewed && renewed.externalId !== account.offer.externalId) {
    return ok({
      kind: "refused",
      sentence: `These belong to ${account.offer.displayName}, another ${provider.accountNoun.one}. Enter those of ${renewed.displayName}, or connect ${account.offer.displayName} by itself. Nothing was changed.`,
    });
  }

  const outcome = await connectAccount(member, { provider, app, grant }, account, visitor);
  return outcome.connectionId === null
    ? ok({ kind: "refused", sentence: outcome.sentence })
    : ok({
        kind: "connected",
        connectionId: outcome.connectionId,
        state: outcome.state,
        sentence: outcome.sentence,
      });
}

const told = ({ sentence, nextStep }: ProviderFault) => `${sentence} ${nextStep} Nothing was changed.`;

function firstComplaints(
  issues: readonly { path: PropertyKey[]; message: string }[],
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[String(path[0])] ??= message;
  return fields;
}
