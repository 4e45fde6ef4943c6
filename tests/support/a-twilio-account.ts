import { submitCredentials } from "#lib/connections/submit-credentials.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { control, sandboxUrl } from "./sandbox.ts";

export type TwilioAccount = Awaited<ReturnType<typeof aTwilioAccount>>;

/** An account of the test's own at Twilio, with one sender that is online unless told otherwise. Nothing waits there. */
export async function aTwilioAccount(fields: object = {}) {
  await control("twilio/settings", { statusMs: 1, updateMs: 1, retryMs: 1 });
  const { accountSid, authToken, senders } = await control<{
    accountSid: string;
    authToken: string;
    senders: { sid: string; senderId: string }[];
  }>("twilio/accounts", { friendlyName: "Fade & Co.", ...fields });
  const sender = senders[0] ?? { sid: "", senderId: "" };
  return {
    accountSid,
    authToken,
    senderSid: sender.sid,
    number: sender.senderId.replace("whatsapp:", ""),
    numbers: senders.map(({ senderId }) => senderId.replace("whatsapp:", "")),
    control: <Answer>(path: string, body: object = {}) =>
      control<Answer>(`twilio/accounts/${accountSid}/${path}`, body),
  };
}

/** Types what opens the account's number into the form, unless `more` says otherwise. */
export async function typeIn(member: Member, account: TwilioAccount, more: Record<string, string> = {}) {
  const typed = { accountSid: account.accountSid, authToken: account.authToken, sender: account.number };
  const submission = await submitCredentials(member, "twilio_whatsapp", { ...typed, ...more });
  if (!submission.ok) throw new Error(submission.error);
  return submission.value;
}

/** Really connects the account's number; the connection's id. */
export async function connectedNumber(member: Member, account: TwilioAccount): Promise<string> {
  const submission = await typeIn(member, account);
  if (submission.kind !== "connected") throw new Error(JSON.stringify(submission));
  return submission.connectionId;
}

/** A customer writes to the account's number. */
export function write(account: TwilioAccount, more: object = {}) {
  const event = {
    channel: "twilio_whatsapp",
    accountId: account.senderSid,
    customer: "Ana",
    kind: "message",
  };
  return control("events", { ...event, ...more });
}

/** What Twilio says of the account's sender. */
export async function senderAtTwilio({ accountSid, authToken, senderSid }: TwilioAccount) {
  return (await call(accountSid, authToken, `messaging.twilio.com/v2/Channels/Senders/${senderSid}`)) as {
    webhook: Record<string, string | null>;
  };
}

/** The business sends something, as its own program would; Twilio then tells what becomes of it. */
export async function send({ accountSid, authToken, number }: TwilioAccount, to: string): Promise<string> {
  const form = new URLSearchParams({ From: `whatsapp:${number}`, To: to, Body: "See you" });
  const path = `api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`;
  return ((await call(accountSid, authToken, path, form)) as { sid: string }).sid;
}

async function call(accountSid: string, authToken: string, path: string, form?: URLSearchParams) {
  const response = await fetch(`${sandboxUrl}/${path}`, {
    method: form ? "POST" : "GET",
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` },
    body: form,
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
