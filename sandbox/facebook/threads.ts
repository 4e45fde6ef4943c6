import { createHash, randomBytes } from "node:crypto";
import { now } from "../clock.ts";
import type { FacebookState, Thread, ThreadMessage } from "../state/types.ts";

const keptMessages = 50;

/** The conversation of a customer with a Page. The same name always has the same id on the same Page, another on others. */
export function threadWith(state: FacebookState, pageId: string, customerName: string): Thread {
  const psid = pageScopedId(pageId, customerName);
  const thread = state.threads[psid] ?? { psid, pageId, customerName, lastInboundAt: null, messages: [] };
  state.threads[psid] = thread;
  return thread;
}

export function addMessage(thread: Thread, message: Omit<ThreadMessage, "mid">): ThreadMessage {
  const added = { ...message, mid: newMid() };
  thread.messages.push(added);
  thread.messages.splice(0, Math.max(0, thread.messages.length - keptMessages));
  if (!added.fromPage) thread.lastInboundAt = now();
  return added;
}

export function newMid(): string {
  return `m_${randomBytes(60).toString("base64url")}`;
}

function pageScopedId(pageId: string, customerName: string): string {
  const digest = createHash("sha256").update(`${pageId} ${customerName.trim().toLowerCase()}`).digest();
  return `6${String(digest.readBigUInt64BE() % 10n ** 15n).padStart(15, "0")}`;
}
