import { currentStatus } from "./sender-resource.ts";
import { sharedNumber } from "./shared-number.ts";
import type { Twilio } from "./twilio.ts";
import type { Webhook } from "./types.ts";

export type Inbox = {
  accountSid: string;
  address: string;
  name: string;
  webhook: Pick<Webhook, "callbackUrl" | "callbackMethod" | "fallbackUrl">;
  /** Why nobody hears of what is written there; null when it works. */
  heldBack: string | null;
};

/** The ending that makes an account's SID name its use of the shared number. */
export const sharedEnding = ":shared";

/** Where customers can write: a sender by its SID, or an account's use of the shared number. */
export function findInbox({ state }: Twilio, id: string): Inbox | null {
  const sender = state.senders[id];
  const accountSid =
    sender?.accountSid ?? (id.endsWith(sharedEnding) ? id.slice(0, -sharedEnding.length) : "");
  const account = state.accounts[accountSid];
  if (!account) return null;

  const standing = account.status === "active" ? null : `The account is ${account.status}.`;
  if (sender) {
    const offline = currentStatus(sender).startsWith("ONLINE") ? null : `The sender is ${sender.status}.`;
    return { ...sender, heldBack: standing ?? offline };
  }
  return {
    heldBack: standing,
    accountSid: account.sid,
    address: sharedNumber,
    name: `sandbox number (${account.friendlyName})`,
    webhook: { callbackUrl: account.shared.callbackUrl, callbackMethod: "POST", fallbackUrl: null },
  };
}
