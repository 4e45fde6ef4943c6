import type { ConversationFigures } from "#lib/conversations/conversation-figures.ts";
import type { ReplyFigures } from "#lib/conversations/reply-figures.ts";
import type { ConversationTotals, ReportConversations } from "./report.ts";

/** Conversations as a report tells them; null when no message was ever counted. */
export function reportConversations(
  now: ConversationFigures,
  before: ConversationFigures,
  nameOf: (connectionId: string) => string,
): ReportConversations | null {
  const { since } = now;
  if (since === null) return null;
  // Days before the first that was counted are unknown, not quiet.
  const known = (date: string, count: number) => (date < since ? null : count);

  return {
    received: now.days.map(({ date, received }) => known(date, received)),
    sent: now.days.map(({ date, sent }) => known(date, sent)),
    totals: totalsOf(now),
    before: (before.days.at(-1)?.date ?? since) < since ? null : totalsOf(before),
    channels: now.channels.map(({ connectionId, received, sent, replies }) => ({
      name: nameOf(connectionId),
      received,
      sent,
      medianReply: replies.medianSeconds,
    })),
    people: now.people.map(({ userId, name, replies }) => ({
      name: userId ? (name ?? "A former colleague") : "Someone outside this product",
      answers: replies.answered,
      medianReply: replies.medianSeconds,
    })),
    deliveries: now.channels.flatMap(({ connectionId, delivery }) =>
      delivery ? [{ name: nameOf(connectionId), ...delivery }] : [],
    ),
  };
}

const totalsOf = ({ received, sent, started, replies }: ConversationFigures): ConversationTotals => ({
  received,
  sent,
  started,
  medianReply: replies.medianSeconds,
  slowReply: replies.p90Seconds,
  answeredInTime: withinDay(replies),
});

const withinDay = ({ withinDay, decided }: ReplyFigures) => (decided === 0 ? null : withinDay / decided);
