import type { Account, Answer, AppCredentials, HealthLine, HealthReport } from "../connect-contract.ts";
import { faultLine } from "../fault-line.ts";
import { healthReport } from "../health-report.ts";
import { scopeLines } from "../meta/scope-lines.ts";
import { versionLines } from "../meta/version-lines.ts";
import { type InstagramProfile, isPersonal } from "./profile.ts";
import { instagramScopes } from "./scopes.ts";
import { type InstagramSubscription, subscribeInstagram } from "./subscription.ts";
import { verifyInstagram } from "./verify.ts";

/**
 * The checklist for one account. It is subscribed anew each time: that mends what Instagram dropped after failed deliveries,
 * and is the only call that shows a permission taken back since.
 */
export async function checkInstagram(app: AppCredentials, account: Account): Promise<HealthReport> {
  const verified = await verifyInstagram(app, account);
  if (!verified.ok) return healthReport([faultLine("token", "Access", verified.error)], null, null);

  const { profile, accessExpiresAt, scopes } = verified.value;
  const token: HealthLine = { id: "token", verdict: "good", title: "Access", reason: life(accessExpiresAt) };
  if (isPersonal(profile)) return healthReport([token, personalLine], scopes, null);

  const subscription = await subscribeInstagram(app, account);
  const withdrawn = subscription.ok ? subscription.value.withdrawn : [];
  const granted = scopes.filter((scope) => !withdrawn.includes(scope));
  const lines: HealthLine[] = [
    token,
    { id: "account", verdict: "good", title: "Account", reason: accountReason(profile) },
    ...scopeLines(instagramScopes, granted, "Reconnect and leave this permission switched on."),
    subscriptionLine(subscription),
    ...versionLines(app, profile.appliedVersion),
  ];
  const told = subscription.ok
    ? { isComplete: subscription.value.isComplete, missing: subscription.value.missing }
    : null;
  return healthReport(lines, granted, told);
}

function life(expiresAt: Date | null): string {
  if (!expiresAt) return "Instagram accepts it. It is renewed by itself.";
  return `Instagram accepts it until ${expiresAt.toISOString().slice(0, 10)}, and it is renewed by itself before.`;
}

const personalLine: HealthLine = {
  id: "account",
  verdict: "bad",
  title: "Account",
  reason:
    "It has become a personal account, which Instagram does not open to apps. Switch it back to a professional one in the Instagram app, then check again.",
};

function accountReason({ username, account_type: type }: InstagramProfile): string {
  const kind = type?.toLowerCase() === "media_creator" ? "creator" : "business";
  return `${username ? `@${username}` : "It"} is a professional account (${kind}).`;
}

function subscriptionLine(subscription: Answer<InstagramSubscription>): HealthLine {
  const line = { id: "webhook", title: "Events" };
  if (!subscription.ok) return faultLine(line.id, line.title, subscription.error);
  if (subscription.value.isComplete) {
    return { ...line, verdict: "good", reason: "Instagram sends us what happens on the account." };
  }
  const missing = subscription.value.missing.join(", ");
  return {
    ...line,
    verdict: "warn",
    reason: `Instagram does not send us: ${missing}.`,
    repair: "subscription",
  };
}
