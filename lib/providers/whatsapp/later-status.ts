/** How far a message of ours got. */
export const messageStatuses = ["queued", "sent", "delivered", "read", "played", "failed"] as const;
export type MessageStatus = (typeof messageStatuses)[number];

const furthest: Readonly<Record<MessageStatus, number>> = {
  queued: 0,
  sent: 1,
  failed: 2,
  delivered: 3,
  read: 4,
  played: 5,
};

/**
 * What a message's status is after another one was told of. WhatsApp tells them in any order and more than once, so a status
 * only ever moves on: a late `sent` revives no failed message, and one that arrived has not failed.
 */
export function laterStatus(known: MessageStatus, told: MessageStatus): MessageStatus {
  if (known === "failed") return known;
  return furthest[told] > furthest[known] ? told : known;
}
