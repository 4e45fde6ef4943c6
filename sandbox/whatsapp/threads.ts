import { createHash, randomBytes } from "node:crypto";
import { now } from "../clock.ts";
import type { WhatsAppMessage, WhatsAppState, WhatsAppThread } from "./types.ts";

const keptMessages = 50;

/** The conversation of a customer with a number. The same name is always the same person, with the same phone. */
export function threadWith(state: WhatsAppState, numberId: string, customerName: string): WhatsAppThread {
  const digest = createHash("sha256").update(customerName.trim().toLowerCase()).digest();
  const some = digest.readBigUInt64BE();
  return keep(state, {
    numberId,
    customerName,
    phone: `1555${String(some % 10n ** 7n).padStart(7, "0")}`,
    bsuid: `US.${String(some).padStart(20, "1")}`,
    hidesPhone: false,
    lastInboundAt: null,
    messages: [],
  });
}

/** Whoever has this phone or this id, of those who talked with the number; else a stranger with this phone. */
export function threadTo(
  state: WhatsAppState,
  numberId: string,
  to: { phone: string } | { bsuid: string },
): WhatsAppThread | null {
  const known = Object.values(state.threads).find(
    (thread) =>
      thread.numberId === numberId && ("phone" in to ? thread.phone === to.phone : thread.bsuid === to.bsuid),
  );
  if (known || "bsuid" in to) return known ?? null;
  return keep(state, { ...threadWith(state, numberId, `+${to.phone}`), phone: to.phone });
}

export function addMessage(
  thread: WhatsAppThread,
  message: Omit<WhatsAppMessage, "id" | "opaque"> & { opaque?: string | null },
): WhatsAppMessage {
  const added = { opaque: null, ...message, id: newWamid() };
  thread.messages.push(added);
  thread.messages.splice(0, Math.max(0, thread.messages.length - keptMessages));
  if (!added.fromBusiness) thread.lastInboundAt = now();
  return added;
}

export function newWamid(): string {
  return `wamid.${randomBytes(36).toString("base64")}`;
}

function keep(state: WhatsAppState, fresh: WhatsAppThread): WhatsAppThread {
  const key = `${fresh.numberId} ${fresh.customerName.trim().toLowerCase()}`;
  const thread = state.threads[key] ?? fresh;
  thread.phone = fresh.phone;
  state.threads[key] = thread;
  return thread;
}
