import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import type { Delivery } from "#lib/conversations/conversation-figures.ts";
import { numberWords, shareWords } from "./figure-words.ts";

const steps = [
  { part: "sent", word: "Sent", style: "bg-line-strong" },
  { part: "delivered", word: "Delivered", style: "bg-accent" },
  { part: "read", word: "Read", style: "bg-good" },
  { part: "failed", word: "Failed", style: "bg-bad" },
] as const;

/** What became of messages that were sent, where the platform tells of each. */
export function DeliveryCard({ delivery }: { delivery: Delivery }) {
  const { sent, delivered } = delivery;
  const most = Math.max(1, ...steps.map(({ part }) => delivery[part]));

  return (
    <Card aria-label="Delivery">
      <CardHeader
        level={3}
        title={
          sent > 0
            ? `${shareWords(delivered / sent)} of ${numberWords(sent)} messages were delivered`
            : "No messages sent"
        }
        description="Of WhatsApp numbers, which tell what became of each message. Whoever turned read receipts off is never told as having read."
      />
      <CardBody>
        <dl className="grid gap-3">
          {steps.map(({ part, word, style }) => (
            <div key={part} className="grid grid-cols-[6rem_1fr_auto] items-center gap-3">
              <dt>{word}</dt>
              <dd aria-hidden className="h-2.5 overflow-hidden rounded-full bg-sunken">
                <div className={cn("h-full", style)} style={{ width: `${(100 * delivery[part]) / most}%` }} />
              </dd>
              <dd className="tabular text-right">
                {numberWords(delivery[part])}
                {sent > 0 && part !== "sent" && (
                  <span className="text-muted"> ({shareWords(delivery[part] / sent)})</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}
