import { customerAt } from "./customers.ts";
import { keepLast } from "./keep-last.ts";
import { laterFailure } from "./later-failure.ts";
import { newSid } from "./new-sid.ts";
import { runStatuses } from "./run-statuses.ts";
import { readSendRequest } from "./send-request.ts";
import type { Twilio } from "./twilio.ts";
import type { Account, Message } from "./types.ts";
import { isWindowOpen } from "./window.ts";

/** Takes a message, answers that it is queued, and lets its statuses follow. */
export async function sendMessage(twilio: Twilio, account: Account, form: URLSearchParams): Promise<Message> {
  const { state } = twilio;
  const request = readSendRequest(state, account, form, state.takesBusinessScopedIds);
  const at = Date.now();
  const message: Message = {
    sid: newSid(request.isTemplate || request.mediaUrls.length > 0 ? "MM" : "SM"),
    accountSid: account.sid,
    direction: "outbound-api",
    from: request.from,
    to: request.to,
    body: request.isTemplate ? "(template)" : request.body,
    media: request.mediaUrls.map(() => ({ sid: newSid("ME"), contentType: "image/jpeg" })),
    status: request.messagingServiceSid ? "accepted" : "queued",
    errorCode: null,
    statusCallback: request.statusCallback,
    messagingServiceSid: request.messagingServiceSid,
    createdAt: at,
    updatedAt: at,
    sentAt: null,
  };
  state.messages.push(message);
  keepLast(state.messages, 2_000);

  const failure = laterFailure(account, request, isWindowOpen(state, account.sid, request.to, request.from));
  const initial = { ...message };
  const firstStatus = runStatuses(twilio, message, {
    manner: account.manner,
    failure,
    sendsReceipts: customerAt(state, account.sid, request.to)?.sendsReceipts ?? true,
  });
  // On demand a callback overtakes the answer of the very call that caused it.
  if (account.manner === "before the answer") await firstStatus;
  return initial;
}
