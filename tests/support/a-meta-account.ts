// First, so that the sandbox is told the address where this test file is really reached.
import "./public-address.ts";

import { answerAttempt } from "#lib/connections/answer-attempt.ts";
import { beginAttempt } from "#lib/connections/begin-attempt.ts";
import { describeAttempt } from "#lib/connections/describe-attempt.ts";
import type { Submission } from "#lib/connections/submit-credentials.ts";
import { submitCredentials } from "#lib/connections/submit-credentials.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { aWhatsappAccount } from "./a-whatsapp-number.ts";
import { instagramConsent } from "./an-instagram-account.ts";
import { setAppWebhook } from "./app-webhook.ts";

/** Where Meta reaches this test file. */
export const metaAddress = `${process.env.APP_URL}/api/webhooks/meta`;

/** Has the Meta app send what concerns an object here, as its dashboard would. */
export const sendHere = (object: "instagram" | "whatsapp_business_account") =>
  setAppWebhook(metaAddress, { object });

type Consent = { without?: string[]; decision?: string; reconnect?: string };

/** A whole attempt to connect an Instagram account, through the consent page and back; how it ended. */
export async function anAttemptAtInstagram(
  member: Member,
  accountId: string,
  { reconnect, ...consent }: Consent = {},
) {
  const browserSecret = "this browser";
  const begun = await beginAttempt(member, {
    provider: "instagram",
    reconnect,
    askAgain: false,
    browserSecret,
  });
  if (!begun.ok) throw new Error(begun.error);

  const { searchParams: query } = await instagramConsent(begun.value, accountId, consent);
  const landing = await answerAttempt(member, { provider: "instagram", query, browserSecret, visitor: {} });
  if (landing.kind === "nowhere") return { landing: landing.kind, outcome: null };
  const view = await describeAttempt(member, landing.attemptId);
  return { landing: landing.kind, outcome: view?.outcome ?? null };
}

/** What an Instagram account's connection is called after it was really connected. */
export async function connectedInstagram(member: Member, accountId: string, consent: Consent = {}) {
  const { outcome } = await anAttemptAtInstagram(member, accountId, consent);
  const connectionId = outcome?.kind === "finished" ? outcome.accounts[0]?.connectionId : null;
  if (!connectionId) throw new Error(JSON.stringify(outcome));
  return connectionId;
}

type Made = Awaited<ReturnType<typeof aWhatsappAccount>>;

/** Types what Meta's console shows of a number, and says what came of it. */
export async function typeWhatsapp(
  member: Member,
  { wabaId, token, numbers }: Made,
  { at = 0, ...changes }: { at?: number; accessToken?: string; reconnect?: string } = {},
): Promise<Submission> {
  const typed = { phoneNumberId: numbers[at]?.id, wabaId, accessToken: changes.accessToken ?? token };
  const submission = await submitCredentials(member, "whatsapp", typed, {}, changes.reconnect);
  if (!submission.ok) throw new Error(submission.error);
  return submission.value;
}
