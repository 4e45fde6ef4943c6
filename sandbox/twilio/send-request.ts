import { invalid, notFound } from "./refusals.ts";
import { currentStatus } from "./sender-resource.ts";
import { sharedNumber } from "./shared-number.ts";
import type { Account, TwilioState } from "./types.ts";

export type SendRequest = {
  to: string;
  from: string;
  body: string;
  mediaUrls: string[];
  isTemplate: boolean;
  statusCallback: string | null;
  messagingServiceSid: string | null;
};

const phone = /^whatsapp:\+[1-9]\d{6,14}$/;
const businessScopedId = /^whatsapp:[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** What is wrong with a message at once. What Meta refuses, the closed window first of all, shows only later. */
export function readSendRequest(
  state: TwilioState,
  account: Account,
  form: URLSearchParams,
  takesBusinessScopedIds: boolean,
): SendRequest {
  const text = (name: string) => form.get(name) ?? "";
  const [to, from, body] = [
    text("To"),
    text("From") || serviceSender(state, account, text("MessagingServiceSid")),
    text("Body"),
  ];
  const mediaUrls = form.getAll("MediaUrl");
  const contentSid = text("ContentSid");

  if (!to) throw invalid("A 'To' phone number is required.", 21604);
  if (!from) throw invalid("A 'From' phone number is required.", 21603);
  if (!body && !contentSid && mediaUrls.length === 0) throw invalid("Message body is required.", 21602);
  if (body.length > 1_600)
    throw invalid("The concatenated message body exceeds the 1600 character limit.", 21617);
  if (contentSid && !/^HX[0-9a-fA-F]{32}$/.test(contentSid))
    throw invalid("The Content SID is invalid.", 21655);
  if (!isVariables(text("ContentVariables")))
    throw invalid("The ContentVariables parameter is invalid.", 21656);
  if (mediaUrls.some((url) => !URL.canParse(url))) throw invalid("Invalid media URL(s)", 21620);
  if (to.startsWith("whatsapp:") !== from.startsWith("whatsapp:")) {
    throw invalid("Message From/To pair violates a channel: both must be of the same one.", 30016);
  }
  if (to === from) throw invalid("Message cannot have the same From and To.", 63031);

  const isBusinessScoped = businessScopedId.test(to);
  if (!phone.test(to) && !(isBusinessScoped && takesBusinessScopedIds)) {
    throw invalid(`The 'To' number ${to} is not a valid phone number.`, 21211);
  }
  requireSender(state, account, from);
  if (account.type === "Trial" && from !== sharedNumber && !account.verifiedNumbers.includes(to.slice(9))) {
    throw invalid(
      `The number ${to} is unverified. Trial accounts cannot send messages to unverified numbers.`,
      21608,
    );
  }

  const statusCallback = text("StatusCallback") || null;
  if (statusCallback && !isCallback(statusCallback))
    throw invalid("The 'StatusCallback' URL is not a valid URL.", 21609);

  return {
    to,
    from,
    body,
    mediaUrls,
    isTemplate: Boolean(contentSid),
    statusCallback,
    messagingServiceSid: text("MessagingServiceSid") || null,
  };
}

/** Whether the number is one of this account's senders and online; the shared number is everybody's. */
function requireSender(state: TwilioState, account: Account, from: string) {
  if (from === sharedNumber) return;

  const sender = Object.values(state.senders).find(
    ({ accountSid, address }) => accountSid === account.sid && address === from,
  );
  if (!sender || !currentStatus(sender).startsWith("ONLINE")) {
    throw invalid(`Twilio could not find a Channel with the specified From address`, 63007);
  }
}

function serviceSender(state: TwilioState, account: Account, service: string): string {
  if (!service) return "";
  if (!/^MG[0-9a-fA-F]{32}$/.test(service)) throw notFound(`/Services/${service}`);
  return Object.values(state.senders).find(({ accountSid }) => accountSid === account.sid)?.address ?? "";
}

function isVariables(text: string): boolean {
  if (!text) return true;
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === "object" &&
      value !== null &&
      Object.values(value).every((one) => typeof one === "string")
    );
  } catch {
    return false;
  }
}

function isCallback(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && !new URL(url).hostname.includes("_");
}
