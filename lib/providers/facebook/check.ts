import { z } from "zod";
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
import { graph } from "../meta/graph.ts";
import { scopeLines } from "../meta/scope-lines.ts";
import { subscriptionLine } from "../meta/subscription-line.ts";
import { versionLines } from "../meta/version-lines.ts";
import { withAppWebhook } from "../meta/with-app-webhook.ts";
import { facebookScopes } from "./scopes.ts";
import { readSubscription, subscribePage, wantedEvents } from "./subscription.ts";
import { type VerifiedPage, verifyPage } from "./verify.ts";

/** The checklist for one Page. The token is asked about first: a dead one explains everything after it. */
export async function checkPage(app: AppCredentials, account: Account): Promise<HealthReport> {
  const verified = await verifyPage(app, account);
  if (!verified.ok) return healthReport([faultLine("token", "Access", verified.error)], null, null);

  const subscription = await mendedSubscription(app, account);
  const lines = [
    { id: "token", verdict: "good", title: "Access", reason: tokenLife(verified.value) } as const,
    await reachLine(app, account),
    ...scopeLines(facebookScopes, verified.value.scopes, "Reconnect and leave this permission ticked."),
    subscriptionLine(subscription, {
      good: "Facebook sends us what happens on the Page.",
      platform: "Facebook",
    }),
    ...versionLines(app, verified.value.appliedVersion),
  ];
  return healthReport(lines, verified.value.scopes, subscription.ok ? subscription.value : null);
}

function tokenLife({ accessExpiresAt }: VerifiedPage): string {
  if (!accessExpiresAt) return "Facebook accepts it, and it does not expire.";
  return `Facebook accepts it until ${accessExpiresAt.toISOString().slice(0, 10)}.`;
}

/** Meta removes a subscription by itself after an hour of failed deliveries, so a missing one is set again. */
async function mendedSubscription(app: AppCredentials, account: Account): Promise<Answer<Subscription>> {
  const current = await readSubscription(app, account);
  const mended = current.ok && !current.value.isComplete ? await subscribePage(app, account) : current;
  return mended.ok ? { ok: true, value: await withAppWebhook(app, wantedEvents, mended.value) } : mended;
}

/** A token can be alive while the person behind it has lost the Page; only using it shows that. */
async function reachLine(app: AppCredentials, { externalId, secrets }: Account): Promise<HealthLine> {
  const call = { path: encodeURIComponent(externalId), token: secrets.pageToken ?? "" };
  const answer = await graph(
    app,
    { ...call, parameters: { fields: "id,name" } },
    z.object({ id: z.string() }),
  );
  if (!answer.ok) return faultLine("reach", "Page", answer.error);
  return { id: "reach", verdict: "good", title: "Page", reason: "Facebook lets us see the Page." };
}
