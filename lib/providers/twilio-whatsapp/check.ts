import type { Account, AppCredentials, HealthLine, HealthReport, Subscription } from "../connect-contract.ts";
import { faultLine } from "../fault-line.ts";
import { healthReport } from "../health-report.ts";
import { accountFault, readAccount, type TwilioAccount } from "./account.ts";
import { accountSender, senderFault } from "./account-sender.ts";
import { previousWebhook } from "./previous-webhook.ts";
import { sandboxLines } from "./sandbox-lines.ts";
import type { SenderResource } from "./sender-resource.ts";
import { sandboxSubscription, subscribeSender, subscriptionOf } from "./subscription.ts";

/** The checklist for one number. The account is asked about first: one that is refused explains everything after it. */
export async function checkNumber(app: AppCredentials, account: Account): Promise<HealthReport> {
  const known = await readAccount(account.secrets);
  if (!known.ok) return healthReport([faultLine("token", "Access", known.error)], null, null);

  const lines = accountLines(known.value);
  if (known.value.status !== "active") return healthReport(lines, null, null);

  const sender = await accountSender(account);
  if (!sender.ok) {
    return healthReport([...lines, faultLine("sender", "WhatsApp number", sender.error)], [], null);
  }
  if (!sender.value)
    return healthReport([...lines, ...sandboxLines(account)], [], sandboxSubscription(account));

  const { line, subscription } = await webhook(app, account, sender.value);
  return healthReport([...lines, ...senderLines(sender.value), line], [], subscription);
}

function accountLines(account: TwilioAccount): HealthLine[] {
  const kind = { id: "token", title: "Access" };
  const standing = { id: "account", title: "Twilio account" };
  const fault = accountFault(account);
  if (fault && account.status !== "active") return [faultLine(standing.id, standing.title, fault)];

  return [
    fault
      ? faultLine(kind.id, kind.title, fault)
      : { ...kind, verdict: "good", reason: "Twilio accepts the Auth Token, and signs with it." },
    account.isTrial
      ? {
          ...standing,
          verdict: "warn",
          reason:
            "It is a trial account, which can write to verified numbers only. Upgrade it in the Twilio Console to reach every customer.",
        }
      : { ...standing, verdict: "good", reason: "It is active." },
  ];
}

function senderLines(sender: SenderResource): HealthLine[] {
  const line = { id: "sender", title: "WhatsApp number" };
  const fault = senderFault(sender);
  return [
    fault
      ? faultLine(line.id, line.title, fault)
      : { ...line, verdict: "good", reason: "WhatsApp says that it is online." },
    ...qualityLines(sender),
  ];
}

function qualityLines({ properties }: SenderResource): HealthLine[] {
  const rating = properties?.quality_rating?.toUpperCase();
  const limit = properties?.messaging_limit;
  if (!rating && !limit) return [];

  const line = { id: "quality", title: "Quality and limit" };
  const facts = [rating && `Quality ${rating.toLowerCase()}`, limit && `limit ${limit}`]
    .filter(Boolean)
    .join(", ");
  if (rating !== "LOW") return [{ ...line, verdict: "good", reason: `${facts}.` }];
  const advice = "Write only to people who expect it, or WhatsApp will let you reach fewer.";
  return [{ ...line, verdict: "warn", reason: `${facts}. ${advice}` }];
}

const title = "Events";

/**
 * What no one else has set since is set for us: nothing, what stood there before we came, or our own address without its
 * retries. What someone chose meanwhile is theirs to give up.
 */
async function webhook(
  app: AppCredentials,
  account: Account,
  sender: SenderResource,
): Promise<{ line: HealthLine; subscription: Subscription | null }> {
  const current = subscriptionOf(app, sender);
  if (current.isComplete) return { line: eventsCome, subscription: current };

  const isFree = !current.pointsElsewhere || pointsWhereItDid(account, sender);
  if (!isFree || senderFault(sender)) return { line: mismatch(current), subscription: current };

  const mended = await subscribeSender(app, account);
  if (!mended.ok) return { line: faultLine("webhook", title, mended.error), subscription: current };
  return {
    line: mended.value.isComplete ? eventsCome : mismatch(mended.value),
    subscription: mended.value,
  };
}

function pointsWhereItDid({ secrets }: Account, { webhook: present }: SenderResource): boolean {
  const before = previousWebhook(secrets);
  return (
    before !== null &&
    (present?.callback_url ?? "") === (before.callback_url ?? "") &&
    (present?.status_callback_url ?? "") === (before.status_callback_url ?? "")
  );
}

const eventsCome: HealthLine = {
  id: "webhook",
  verdict: "good",
  title,
  reason: "Twilio sends us what happens at this number, and tries again when it cannot reach us.",
};

function mismatch({ missing, pointsElsewhere }: Subscription): HealthLine {
  const reason = pointsElsewhere
    ? `Someone changed where Twilio sends this number's events: they go to ${pointsElsewhere}. Point them here again.`
    : `Twilio does not send us: ${missing.join(", ")}. Set its webhook again.`;
  return { id: "webhook", verdict: "warn", title, reason, repair: "subscription" };
}
