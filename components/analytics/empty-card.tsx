import type { Route } from "next";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Why } from "./why-empty.ts";

/** A figure without anything to show: what it would be, and why there is nothing. */
export function EmptyCard({ name, means, why }: { name: string; means: string; why: Why }) {
  return (
    <Card aria-label={name}>
      <CardHeader level={3} title={`${name}: nothing to show yet`} description={means} />
      <CardBody className="grid gap-2">
        {why.sentences.map((sentence) => (
          <p key={sentence} className="max-w-prose">
            {sentence}
          </p>
        ))}
        {why.href && why.action && (
          <p>
            <TextLink href={why.href as Route}>{why.action}</TextLink>
          </p>
        )}
      </CardBody>
    </Card>
  );
}
