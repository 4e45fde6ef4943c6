import { createHash, randomBytes } from "node:crypto";
import { now } from "../clock.ts";
import type { InstagramState, InstagramThread } from "./types.ts";

const keptMessages = 50;

/** The conversation of a customer with an account. The same name always has the same id with the same account. */
export function threadWith(state: InstagramState, userId: string, customerName: string): InstagramThread {
  const igsid = scopedId(userId, customerName);
  const thread = state.threads[igsid] ?? { igsid, userId, customerName, lastInboundAt: null, messages: [] };
  state.threads[igsid] = thread;
  return thread;
}

export function addMessage(thread: InstagramThread, text: string, fromBusiness: boolean, at: number): string {
  const mid = newMid();
  thread.messages.push({ mid, text, fromBusiness, at });
  thread.messages.splice(0, Math.max(0, thread.messages.length - keptMessages));
  if (!fromBusiness) thread.lastInboundAt = now();
  return mid;
}

export function newMid(): string {
  return `aWdf${randomBytes(48).toString("base64url")}`;
}

export function username(customerName: string): string {
  return customerName.toLowerCase().replaceAll(/[^a-z0-9]+/g, ".");
}

function scopedId(userId: string, customerName: string): string {
  const digest = createHash("sha256").update(`${userId} ${customerName.trim().toLowerCase()}`).digest();
  return `128${String(digest.readBigUInt64BE() % 10n ** 13n).padStart(13, "0")}`;
}
