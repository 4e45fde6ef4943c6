import { sharedNumber } from "./shared-number.ts";
import type { Twilio } from "./twilio.ts";
import type { Webhook } from "./types.ts";

export type Inbox = {
  accountSid: string;
  address: string;
  name: string;
  webhook: Pick<Webhook, "callbackUrl" | "callbackMethod" | "fallbackUrl">;
};

/** The ending that makes an account's SID name its use of the shared number. */
export const sharedEnding = ":shared";

/** Where customers can write: a sender by its SID, or an account's use of the shared number. */
export function findInbox({ state }: Twilio, id: string): Inbox | null {
  const sender = state.senders[id];
  if (sender) return { ...sender };

  const account = id.endsWith(sharedEnding) ? state.accounts[id.slice(0, -sharedEnding.length)] : undefined;
  if (!account) return null;
  return {
    accountSid: account.sid,
    address: sharedNumber,
    name: `sandbox number (${account.friendlyName})`,
    webhook: { callbackUrl: account.shared.callbackUrl, callbackMethod: "POST", fallbackUrl: null },
  };
}
