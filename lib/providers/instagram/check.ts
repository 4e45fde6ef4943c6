import type { Account, AppCredentials, HealthLine, HealthReport } from "../connect-contract.ts";
import { faultLine } from "../fault-line.ts";
import { healthReport } from "../health-report.ts";
import { scopeLines } from "../meta/scope-lines.ts";
import { versionLines } from "../meta/version-lines.ts";
import { eventsLine } from "./events-line.ts";
import { type InstagramProfile, isPersonal } from "./profile.ts";
import { instagramScopes } from "./scopes.ts";
import { arriving, subscribeAccount } from "./subscription.ts";
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

  const subscribed = await subscribeAccount(app, account);
  const subscription = subscribed.ok ? await arriving(app, subscribed.value) : subscribed;
  const withdrawn = subscribed.ok ? subscribed.value.withdrawn : [];
  const granted = scopes.filter((scope) => !withdrawn.includes(scope));
  const lines: HealthLine[] = [
    token,
    { id: "account", verdict: "good", title: "Account", reason: accountReason(profile) },
    ...scopeLines(instagramScopes, granted, "Reconnect and leave this permission switched on."),
    eventsLine(subscription, granted),
    ...versionLines(app, profile.appliedVersion),
  ];
  return healthReport(lines, granted, subscription.ok ? subscription.value : null);
}

function life(expiresAt: Date | null): string {
  if (!expiresAt) return "Instagram accepts it. It is renewed by itself.";
  return `Instagram accepts it until ${expiresAt.toISOString().slice(0, 10)}, and it is renewed by itself before.`;
}

const personalLine: HealthLine = {
  id: "account",
  // The access itself lives, so asking for new access would mend nothing.
  verdict: "warn",
  title: "Account",
  reason:
    "It has become a personal account, which Instagram does not open to apps. Switch it back to a professional one in the Instagram app, then check again.",
};

function accountReason({ username, account_type: type }: InstagramProfile): string {
  const kind = type?.toLowerCase() === "media_creator" ? "creator" : "business";
  return `${username ? `@${username}` : "It"} is a professional account (${kind}).`;
}
