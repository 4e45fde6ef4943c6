import { now } from "../clock.ts";
import { customerNamed, visibleAddress } from "./customers.ts";
import type { Inbox } from "./find-inbox.ts";
import { inboundDetails } from "./inbound-details.ts";
import type { InboundKind } from "./inbound-kinds.ts";
import { inboundParams } from "./inbound-params.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { keepLast } from "./keep-last.ts";
import { newSid } from "./new-sid.ts";
import type { Sent } from "./open-webhooks.ts";
import { joinCode } from "./shared-number.ts";
import type { Twilio } from "./twilio.ts";
import type { Delivery, Message } from "./types.ts";
import { openWindow } from "./window.ts";

type Incoming = { customer: string; kind: InboundKind; text: string };

/** A customer writes: the message is kept, opens the window, and is told to the app. */
export function receiveMessage(twilio: Twilio, inbox: Inbox, incoming: Incoming): Delivery {
  const { state, webhooks } = twilio;
  const { kind } = incoming;
  const customer = customerNamed(state, inbox.accountSid, incoming.customer);
  if (kind === "hidden" || kind === "shown") customer.hidesPhone = kind === "hidden";

  const lastSent = state.messages.findLast(
    (one) => one.accountSid === inbox.accountSid && one.from === inbox.address && one.direction !== "inbound",
  );
  const text = kind === "join" ? joinCode : incoming.text || "Hello";
  const details = inboundDetails(kind, text, lastSent);
  const message: Message = {
    sid: newSid(details.media ? "MM" : "SM"),
    accountSid: inbox.accountSid,
    direction: "inbound",
    from: visibleAddress(customer),
    to: inbox.address,
    body: details.body,
    media: details.media ? [{ sid: newSid("ME"), contentType: details.media }] : [],
    status: "received",
    errorCode: null,
    statusCallback: null,
    messagingServiceSid: null,
    createdAt: Date.now(),
    updatedAt: Date.now(),
    sentAt: Date.now(),
  };
  state.messages.push(message);
  keepLast(state.messages, 2_000);
  openWindow(state, inbox.accountSid, message.from, inbox.address);
  if (kind === "join") joinShared(twilio, message);

  const { delivery, done } = webhooks.send({
    accountSid: inbox.accountSid,
    kind: "message",
    summary: `${details.type} from ${customer.name}`,
    heldBack: inbox.heldBack,
    url: inbox.webhook.callbackUrl,
    fallbackUrl: inbox.webhook.fallbackUrl,
    method: inbox.webhook.callbackMethod,
    params: inboundParams(customer, message, { ...details, isLegacy: kind === "legacy" }),
  });
  void done.then((sent) => obey(twilio, message, sent));
  return delivery;
}

function joinShared({ state }: Twilio, { accountSid, from }: Message) {
  const account = state.accounts[accountSid];
  if (account) account.shared.joinedAt[from] = now();
}

/** What the app answered may itself be a message to the customer. */
function obey({ state }: Twilio, inbound: Message, { delivery, last }: Sent) {
  if (!last || last.failure || last.status === null) return;

  const { outcome, replies, alert } = judgeAnswer(last.status, last.contentType, last.body);
  const attempt = delivery.attempts.at(-1);
  if (attempt && attempt.outcome === "accepted") attempt.outcome = outcome;
  if (alert !== null) {
    delivery.note = outcome;
    if (alert === 11200) delivery.status = "failed";
    state.alerts.push({ at: Date.now(), accountSid: inbound.accountSid, code: alert, text: outcome });
  }
  for (const body of replies) {
    const at = Date.now();
    const { to: from, from: to } = inbound;
    const times = { createdAt: at, updatedAt: at, sentAt: at };
    const sid = newSid("SM");
    state.messages.push({
      ...inbound,
      ...times,
      sid,
      direction: "outbound-reply",
      from,
      to,
      body,
      media: [],
      status: "sent",
    });
  }
}
