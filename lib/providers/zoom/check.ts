import type { Account, AppCredentials, HealthLine, HealthReport } from "../connect-contract.ts";
import { faultVerdict } from "../fault-verdict.ts";
import { healthReport } from "../health-report.ts";
import { accountProblem, planSentence } from "./account-limits.ts";
import { describedTokens } from "./described-tokens.ts";
import { zoomScopes } from "./scopes.ts";
import type { ZoomUser } from "./user.ts";
import { verifyZoom } from "./verify.ts";

/**
 * The checklist for one person's Zoom account. What was granted is told even when the token is refused, since Zoom has answered
 * with “invalid token” where a scope was what was missing. Events are subscribed in the app and not for an account.
 */
export async function checkZoom(app: AppCredentials, account: Account): Promise<HealthReport> {
  const { scopes } = describedTokens(account.secrets);
  const verified = await verifyZoom(app, account);
  if (!verified.ok) {
    const { kind, sentence, nextStep } = verified.error;
    const reason = `${sentence} ${nextStep}`;
    const line: HealthLine = { id: "token", verdict: faultVerdict(kind), title: "Access", reason };
    return healthReport([line, ...scopeLines(scopes)], scopes, null);
  }

  const lines: HealthLine[] = [
    { id: "token", verdict: "good", title: "Access", reason: "Zoom accepts it, and it renews itself." },
    kindLine(scopes),
    ...scopeLines(scopes),
    accountLine(verified.value.user),
    planLine(verified.value.user),
  ];
  return healthReport(lines, scopes, null);
}

/** An app of the other kind gets tokens that may do more and answer to other names. */
function kindLine(scopes: readonly string[]): HealthLine {
  const line = { id: "kind", title: "Kind of access" };
  if (!scopes.some((scope) => /:(admin|master)$/.test(scope))) {
    return { ...line, verdict: "good", reason: "It is this person's own, as it should be." };
  }
  const reason =
    "It reaches the whole Zoom account. The Zoom app has to be a user-managed one; then reconnect.";
  return { ...line, verdict: "warn", reason };
}

function scopeLines(scopes: readonly string[]): HealthLine[] {
  return zoomScopes.map(({ scope, allows, without }): HealthLine => {
    const line = { id: `scope:${scope}`, title: allows };
    return scopes.includes(scope)
      ? { ...line, verdict: "good", reason: "Allowed." }
      : { ...line, verdict: "warn", reason: `${without} Reconnect and leave this permission ticked.` };
  });
}

function accountLine(user: ZoomUser): HealthLine {
  const line = { id: "account", title: "Person at Zoom" };
  const problem = accountProblem(user);
  if (problem) return { ...line, verdict: "warn", reason: problem };
  const reason = user.status === "active" ? "Zoom lists them as active." : "Zoom answers for them.";
  return { ...line, verdict: "good", reason };
}

/** A plan is a choice and not a fault, so what it leaves out is said and does not mark the connection. */
function planLine(user: ZoomUser): HealthLine {
  return { id: "plan", verdict: "good", title: "Zoom plan", reason: planSentence(user) };
}
