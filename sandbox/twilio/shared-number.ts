import { now } from "../clock.ts";
import type { Account } from "./types.ts";

/** Twilio's own WhatsApp number for trying things out, the same for everybody. */
export const sharedNumber = "whatsapp:+14155238886";
export const sharedInstallSid = `XE${"0".repeat(31)}1`;
export const joinCode = "join quiet-otter";

const membership = 3 * 86_400_000;

/** Whoever wants to be written to from the shared number has to join, every three days. */
export function hasJoined({ shared }: Account, address: string): boolean {
  const joinedAt = shared.joinedAt[address];
  return joinedAt !== undefined && joinedAt + membership > now();
}
