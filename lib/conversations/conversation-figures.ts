import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import type { FiguresScope } from "./figures-scope.ts";
import { type MessageTotals, messageFigures } from "./message-figures.ts";
import { noReplies, type ReplyFigures, replyFigures } from "./reply-figures.ts";

/** Messages of one day, in the organization's time zone. A day on which nothing was written holds zeros: it is no gap. */
export type MessageDay = { date: string; received: number; sent: number; started: number };

/** What became of messages where the platform tells of each: WhatsApp numbers, direct or at Twilio. */
export type Delivery = { sent: number; delivered: number; read: number; failed: number };

export type ChannelConversations = {
  connectionId: string;
  provider: string;
  displayName: string;
  received: number;
  sent: number;
  started: number;
  replies: ReplyFigures;
  /** Null where the platform does not tell what became of a message. */
  delivery: Delivery | null;
};

export type ConversationFigures = {
  /** Every day of the range, the first one first. */
  days: MessageDay[];
  received: number;
  sent: number;
  /** Conversations a customer began: their first message after a day in which neither side wrote. */
  started: number;
  replies: ReplyFigures;
  /** Summed over the channels that tell; null when none of them does. */
  delivery: Delivery | null;
  /** The channels with a message in the range, the busiest first. */
  channels: ChannelConversations[];
  /** Who answered, most first. `userId` is null for answers given outside this product, `name` for former colleagues. */
  people: { userId: string | null; name: string | null; replies: ReplyFigures }[];
  /** The first day anything was counted for these channels; null when nothing ever was. */
  since: string | null;
};

/**
 * How customers wrote and how they were answered, from what the worker counted: the days `from` to `to` in the organization's
 * time zone, both included, of all connections or of these. The transaction's reader decides what is seen.
 */
export async function conversationFigures(
  tx: Transaction,
  organizationId: string,
  range: { from: string; to: string; connectionIds?: readonly string[] },
  now = new Date(),
): Promise<ConversationFigures> {
  const scope: FiguresScope = { organizationId, ...range };
  const [messages, replies] = await Promise.all([messageFigures(tx, scope), replyFigures(tx, scope, now)]);

  const channels = messages.channels.map(({ connectionId, provider, displayName, counts }) => ({
    ...{ connectionId, provider, displayName },
    ...written(counts),
    replies: replies.byConnection.get(connectionId) ?? noReplies,
    delivery: tellsDelivery.has(provider) ? deliveryOf(counts) : null,
  }));
  const told = channels.flatMap(({ delivery }) => delivery ?? []);

  return {
    days: messages.days,
    received: sum(channels, ({ received }) => received),
    sent: sum(channels, ({ sent }) => sent),
    started: sum(channels, ({ started }) => started),
    replies: replies.all,
    delivery: told.length === 0 ? null : summed(told),
    channels,
    people: replies.people,
    since: messages.since,
  };
}

/** Messenger and Instagram tell up to when all was read, not which message was. */
const tellsDelivery = new Set(["whatsapp", "twilio_whatsapp"]);

const written = ({ received, sent, started }: MessageTotals) => ({ received, sent, started });
const deliveryOf = ({ sent, delivered, read, failed }: MessageTotals) => ({ sent, delivered, read, failed });

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

const summed = (parts: readonly Delivery[]): Delivery => ({
  sent: sum(parts, ({ sent }) => sent),
  delivered: sum(parts, ({ delivered }) => delivered),
  read: sum(parts, ({ read }) => read),
  failed: sum(parts, ({ failed }) => failed),
});
