import { DeliveryCard } from "#components/analytics/delivery-card.tsx";
import { EmptyCard } from "#components/analytics/empty-card.tsx";
import { MessagesCard } from "#components/analytics/messages-card.tsx";
import { RepliesCard } from "#components/analytics/replies-card.tsx";
import type { Analytics } from "#lib/analytics/read-analytics.ts";
import { ExportLink } from "./account-cards.tsx";

type ConversationCardsProps = { analytics: Analytics; home: string; exportHref?: (figure: string) => string };

/** How customers wrote to the chosen accounts, and how they were answered. */
export function ConversationCards({ analytics, home, exportHref }: ConversationCardsProps) {
  const { conversations: now, conversationsBefore: before, chosen } = analytics;
  const { answered, unanswered } = now.replies;

  if (now.since === null) {
    const only = chosen.length === 1 ? chosen[0] : undefined;
    return (
      <div className="grid gap-4 lg:grid-cols-2">
        <EmptyCard
          name="Messages"
          means="Messages in and out, new conversations and how soon customers are answered."
          why={{
            sentences: [
              only
                ? `${only.displayName} has carried no message yet.`
                : "No channel has carried a message yet.",
              "Messages are counted as they arrive.",
            ],
            href: `${home}/connections`,
            action: "Look at the connections",
          }}
        />
      </div>
    );
  }

  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <MessagesCard
        now={now}
        before={before}
        tools={exportHref && <ExportLink href={exportHref("messages")} of="Messages" />}
      />
      {answered + unanswered > 0 ? (
        <RepliesCard now={now} before={before} />
      ) : (
        <EmptyCard
          name="First reply"
          means="From a customer's first unanswered message to the first answer."
          why={{ sentences: ["Nobody wrote in these days, so there was nobody to answer."] }}
        />
      )}
      {now.delivery && <DeliveryCard delivery={now.delivery} />}
    </div>
  );
}
