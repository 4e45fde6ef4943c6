import type { Route } from "next";
import { Card, CardBody, CardFooter } from "#components/ui/card.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Connectable } from "#lib/connections/connectable.ts";
import { ConnectControl } from "./connect-control.tsx";

type ConnectCardsProps = {
  slug: string;
  connectable: Connectable[];
  /** Why this person may not connect. */
  refusal?: string;
};

/** What can be connected: one card a platform, with what it gives and what it will ask for. */
export function ConnectCards({ slug, connectable, refusal }: ConnectCardsProps) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {connectable.map((provider) => (
        <li key={provider.id} className="grid">
          <ConnectCard slug={slug} provider={provider} refusal={refusal} />
        </li>
      ))}
    </ul>
  );
}

const notSetUp = "This platform is not set up in this installation yet.";

function ConnectCard({ slug, provider, refusal }: { slug: string; provider: Connectable; refusal?: string }) {
  const reason = provider.isSetUp ? refusal : notSetUp;

  return (
    <Card className="grid grid-rows-[1fr_auto]">
      <CardBody className="grid content-start gap-3">
        <div className="flex items-center gap-3">
          <ProviderMark provider={provider.id} />
          <h3 className="font-semibold text-lg">{provider.name}</h3>
        </div>
        <p>{provider.gives}</p>
        {provider.asksFor.length > 0 && (
          <details className="text-sm">
            <summary className="min-h-6 cursor-pointer text-muted hover:text-ink">
              What it will ask for
            </summary>
            <ul className="mt-2 grid list-disc gap-1 pl-5">
              {provider.asksFor.map((scope) => (
                <li key={scope}>{scope}</li>
              ))}
            </ul>
          </details>
        )}
      </CardBody>
      <CardFooter>
        <ConnectControl kind={provider.kind} provider={provider.id} slug={slug} refusal={reason}>
          Connect {provider.name}
        </ConnectControl>
        {reason && (
          <p className="text-muted text-sm">
            {reason}{" "}
            {!provider.isSetUp && (
              <TextLink href={`/going-live/${provider.id}` as Route}>How to set it up</TextLink>
            )}
          </p>
        )}
      </CardFooter>
    </Card>
  );
}
