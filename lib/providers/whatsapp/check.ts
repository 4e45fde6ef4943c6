import type {
  Account,
  Answer,
  AppCredentials,
  HealthLine,
  HealthReport,
  Subscription,
} from "../connect-contract.ts";
import { faultLine } from "../fault-line.ts";
import { healthReport } from "../health-report.ts";
import { scopeLines } from "../meta/scope-lines.ts";
import { subscriptionLine } from "../meta/subscription-line.ts";
import { versionLines } from "../meta/version-lines.ts";
import { accountLines } from "./account-lines.ts";
import { dayOf } from "./day-of.ts";
import { numberLines } from "./number-lines.ts";
import { whatsappScopes } from "./scopes.ts";
import { subscribeWhatsapp } from "./subscribe.ts";
import { judge, readRoute } from "./subscription.ts";
import { verifyWhatsapp } from "./verify.ts";

const newToken = "Make a new access token with this permission, and enter it here.";
const day = 24 * 60 * 60_000;

/** The checklist for one number. Its quality and limit are asked for here, since no webhook tells them any more. */
export async function checkWhatsapp(app: AppCredentials, account: Account): Promise<HealthReport> {
  const verified = await verifyWhatsapp(app, account);
  if (!verified.ok) return healthReport([faultLine("token", "Access", verified.error)], null, null);

  const { number, scopes, accessExpiresAt } = verified.value;
  const known = [tokenLine(accessExpiresAt), ...scopeLines(whatsappScopes, scopes, newToken)];
  if (!number) return healthReport(known, scopes, null);

  const subscription = await mendedSubscription(app, account);
  const lines = [
    ...known,
    ...numberLines(number),
    ...(await accountLines(app, account)),
    subscriptionLine(subscription, {
      good: "Meta sends us what happens on the number.",
      platform: "Meta",
    }),
    ...versionLines(app, number.appliedVersion),
  ];
  return healthReport(lines, scopes, subscription.ok ? subscription.value : null);
}

function tokenLine(expiresAt: Date | null): HealthLine {
  const line = { id: "token", title: "Access" };
  if (!expiresAt) return { ...line, verdict: "good", reason: "Meta accepts it, and it does not expire." };

  const isSoon = expiresAt.getTime() - Date.now() < 14 * day;
  return isSoon
    ? {
        ...line,
        verdict: "warn",
        reason: `The access token ends on ${dayOf(expiresAt)}. Make a new one before, and enter it here.`,
      }
    : { ...line, verdict: "good", reason: `Meta accepts it until ${dayOf(expiresAt)}.` };
}

/** What was dropped is set up again. What someone sent elsewhere on purpose is only told, and mended when asked to. */
async function mendedSubscription(app: AppCredentials, account: Account): Promise<Answer<Subscription>> {
  const route = await readRoute(app, account);
  if (!route.ok) return route;
  return route.value.isSubscribed
    ? { ok: true, value: judge(app, route.value) }
    : subscribeWhatsapp(app, account);
}
