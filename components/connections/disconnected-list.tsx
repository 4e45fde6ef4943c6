import type { Route } from "next";
import { Card } from "#components/ui/card.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Connectable } from "#lib/connections/connectable.ts";
import type { ConnectionSummary } from "#lib/connections/queries.ts";
import { ConnectControl } from "./connect-control.tsx";

type DisconnectedListProps = {
  slug: string;
  connections: ConnectionSummary[];
  /** How accounts of a platform are connected. */
  kindOf: (provider: string) => Connectable["kind"];
  /** Why this person may not reconnect. */
  refusal?: string;
  open?: boolean;
};

/** What used to be connected: folded away unless asked for, with the way to its history and the way back. */
export function DisconnectedList({ slug, connections, kindOf, refusal, open }: DisconnectedListProps) {
  return (
    <Card>
      <details open={open}>
        <summary className="min-h-11 cursor-pointer px-4 py-3 font-medium text-muted hover:text-ink sm:px-5">
          Disconnected ({connections.length})
        </summary>
        <ul aria-label="Disconnected accounts" className="divide-y divide-line border-line border-t">
          {connections.map((connection) => (
            <li
              key={connection.id}
              className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5"
            >
              <div className="flex min-w-0 items-center gap-3">
                <ProviderMark provider={connection.provider} labelled />
                <div className="grid min-w-0">
                  <TextLink href={`/o/${slug}/connections/${connection.id}` as Route}>
                    {connection.displayName}
                  </TextLink>
                  <span className="text-muted text-sm">
                    Disconnected <Time value={connection.statusSince} />. Its history is kept.
                  </span>
                </div>
              </div>
              <ConnectControl
                kind={kindOf(connection.provider)}
                provider={connection.provider}
                slug={slug}
                reconnect={connection.id}
                askAgain
                refusal={refusal}
                variant="secondary"
              >
                Reconnect<span className="sr-only"> {connection.displayName}</span>
              </ConnectControl>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
