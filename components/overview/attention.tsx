import { CircleAlert, CircleX } from "lucide-react";
import type { Route } from "next";
import { Card } from "#components/ui/card.tsx";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";
import { Time } from "#components/ui/time.tsx";

export type AttentionItem = {
  id: string;
  tone: "warn" | "bad";
  title: string;
  /** Why, in a sentence. */
  reason: string;
  since?: Date;
  href: string;
  /** What the link does, as a verb. */
  action: string;
};

/** What needs a person now, the worst first. */
export function Attention({ items }: { items: AttentionItem[] }) {
  return (
    <section aria-labelledby="attention" className="grid gap-3">
      <h2 id="attention" className="font-semibold text-lg">
        Needs you now
      </h2>
      <ul className="grid gap-3 md:grid-cols-2">
        {items.map((item) => (
          <li key={item.id}>
            <AttentionCard item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AttentionCard({ item }: { item: AttentionItem }) {
  const bad = item.tone === "bad";
  const Icon = bad ? CircleX : CircleAlert;

  return (
    <Card className="relative grid h-full content-start gap-1 p-4 transition-colors hover:bg-sunken">
      <p className="flex items-start gap-2">
        <Icon
          aria-hidden
          className={bad ? "mt-0.5 size-4 shrink-0 text-bad" : "mt-0.5 size-4 shrink-0 text-warn"}
        />
        <span className="font-medium">{item.title}</span>
      </p>
      <p className="text-muted">
        {item.reason}
        {item.since && (
          <>
            {" "}
            <Time value={item.since} />
          </>
        )}
      </p>
      <LinkOnIntent
        href={item.href as Route}
        className="mt-1 font-medium text-accent after:absolute after:inset-0"
      >
        {item.action}
      </LinkOnIntent>
    </Card>
  );
}
