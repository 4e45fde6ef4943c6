import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import type { ConversationFigures } from "#lib/conversations/conversation-figures.ts";
import { DayPanel } from "./day-panel.tsx";
import { finding, numberWords } from "./figure-words.ts";

type MessagesCardProps = {
  now: ConversationFigures;
  before: ConversationFigures;
  tools?: React.ReactNode;
};

/** Messages in and out. Days before counting began are gaps, and a period that was not counted whole is not compared with. */
export function MessagesCard({ now, before, tools }: MessagesCardProps) {
  const isCounted = (date: string) => now.since !== null && date >= now.since;
  const values = (part: "received" | "sent" | "started") =>
    now.days.map((day) => (isCounted(day.date) ? day[part] : null));
  const isComparable = before.received > 0 && isCounted(before.days[0]?.date ?? "");
  const change = isComparable ? now.received / before.received - 1 : null;

  return (
    <Card aria-label="Messages">
      <CardHeader
        level={3}
        title={finding("Messages received", now.received, change)}
        description={`${numberWords(now.sent)} sent. ${numberWords(now.started)} new conversations, each the first message after a day in which neither side wrote.`}
      />
      <CardBody>
        <DayPanel
          label="Messages"
          dates={now.days.map(({ date }) => date)}
          series={[
            { key: "received", label: "Received", values: values("received"), look: "main" },
            { key: "sent", label: "Sent", values: values("sent"), look: "second" },
          ]}
          columns={[{ key: "started", label: "New conversations", values: values("started") }]}
          fromZero
          tools={tools}
        />
      </CardBody>
    </Card>
  );
}
