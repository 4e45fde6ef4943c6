import { customerAt, externalUserId, visibleAddress } from "./customers.ts";
import { sharedInstallSid, sharedNumber } from "./shared-number.ts";
import type { Twilio } from "./twilio.ts";
import type { Message } from "./types.ts";

/** Tells the app of one status: at the message's own address, else at the sender's. */
export function postStatus(
  { state, webhooks }: Twilio,
  message: Message,
  status: string,
  errorCode: number | null,
): Promise<unknown> {
  const { accountSid, from } = message;
  const sender = Object.values(state.senders).find(
    (one) => one.accountSid === accountSid && one.address === from,
  );
  const usual =
    from === sharedNumber
      ? state.accounts[accountSid]?.shared.statusCallbackUrl
      : sender?.webhook.statusCallbackUrl;

  return webhooks.send({
    accountSid,
    kind: "status",
    summary: `${status} ${message.sid.slice(0, 8)}…${errorCode ? ` (${errorCode})` : ""}`,
    url: message.statusCallback ?? usual ?? null,
    method: sender?.webhook.statusCallbackMethod ?? "POST",
    params: params(state, message, status, errorCode, sender?.sid ?? sharedInstallSid),
  }).done;
}

function params(
  state: Twilio["state"],
  message: Message,
  status: string,
  errorCode: number | null,
  installSid: string,
): [string, string][] {
  const customer = customerAt(state, message.accountSid, message.to);
  const to = customer ? visibleAddress(customer) : message.to;
  const event: [string, string][] =
    status === "delivered" || status === "read" ? [["EventType", status.toUpperCase()]] : [];
  // Twilio leaves the text empty while the code is set, as often as not.
  const failure: [string, string][] =
    errorCode === null
      ? []
      : [
          ["ErrorCode", String(errorCode)],
          ["ErrorMessage", ""],
          ["ChannelStatusMessage", `Twilio error ${errorCode}: failed to send the message`],
        ];
  return [
    ...event,
    ...failure,
    ["SmsSid", message.sid],
    ["SmsStatus", status],
    ["MessageStatus", status],
    ["ChannelToAddress", masked(to.replace("whatsapp:", ""))],
    ["To", to],
    ["ChannelPrefix", "whatsapp"],
    ["MessageSid", message.sid],
    ["AccountSid", message.accountSid],
    ["From", message.from],
    ["ApiVersion", "2010-04-01"],
    ["ChannelInstallSid", installSid],
    ...(customer ? ([["ExternalUserId", externalUserId(customer)]] as [string, string][]) : []),
    ...(message.messagingServiceSid
      ? ([["MessagingServiceSid", message.messagingServiceSid]] as [string, string][])
      : []),
  ];
}

function masked(address: string): string {
  return `${address.slice(0, -4)}XXXX`;
}
