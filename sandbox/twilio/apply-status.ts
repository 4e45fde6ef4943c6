import type { Message } from "./types.ts";

const ranks = ["accepted", "queued", "sending", "sent", "delivered", "read"];

/** What the Message resource says afterwards: it never goes back, whatever order callbacks come in. */
export function applyStatus(message: Message, status: string, errorCode: number | null) {
  message.updatedAt = Date.now();
  if (errorCode !== null || !ranks.includes(status)) {
    message.status = status;
    message.errorCode = errorCode;
    return;
  }
  message.sentAt ??= Date.now();
  if (ranks.indexOf(status) > ranks.indexOf(message.status)) message.status = status;
}
