import { now } from "../clock.ts";
import { customerAt } from "./customers.ts";
import type { TwilioState } from "./types.ts";

const windowMs = 24 * 3_600_000;

/** Free text is allowed for 24 hours after the customer last wrote to this sender; what we send never extends it. */
export function isWindowOpen(
  state: TwilioState,
  accountSid: string,
  customer: string,
  sender: string,
): boolean {
  const last = state.windows[key(state, accountSid, customer, sender)];
  return last !== undefined && last + windowMs > now();
}

export function openWindow(state: TwilioState, accountSid: string, customer: string, sender: string) {
  state.windows[key(state, accountSid, customer, sender)] = now();
}

function key(state: TwilioState, accountSid: string, address: string, sender: string): string {
  const person = customerAt(state, accountSid, address)?.bsuid ?? address;
  return `${accountSid}/${person}/${sender}`;
}
