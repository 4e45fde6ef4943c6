import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { EventStatus as Status } from "#lib/webhooks/event-filter.ts";
import { EventStatus } from "./event-status.tsx";
import type { JsonValue } from "./json-value.ts";
import { PayloadTree } from "./payload-tree.tsx";
import { Timeline, type TimelineEvent } from "./timeline.tsx";

type EventViewProps = {
  event: TimelineEvent & {
    id: string;
    status: Status;
    provider: string;
    account: string;
    label: string;
    eventType: string;
    externalId: string;
    attempts: number;
    errorMessage: string | null;
    payload: JsonValue;
    payloadHash: string;
    headers: Record<string, string>;
  };
  /** The event as a command that posts it again; null when its platform is no longer known. */
  curl: string | null;
  links: {
    connection?: string;
    /** The meeting it told of. */
    meeting?: string;
    /** What it and other failures have in common. */
    problem?: string;
    /** The replay it was last part of. */
    replayed?: string;
    /** Set for those who may replay it. */
    replay?: string;
  };
};

/** Everything known about one event; the drawer and the page of its own show the same. */
export function EventView({ event, curl, links }: EventViewProps) {
  const raw = JSON.stringify(event.payload, null, 2);

  return (
    <article className="grid gap-6">
      <header className="grid gap-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <EventStatus status={event.status} />
          <span className="inline-flex min-w-0 items-center gap-2">
            <ProviderMark provider={event.provider} size="small" labelled />
            <span className="truncate">{event.account}</span>
          </span>
          <span className="font-mono text-muted text-sm">{event.eventType}</span>
        </p>
        {event.summary && <p className="break-words text-lg">{event.summary}</p>}
        {event.status === "dead" && (
          <p className="text-bad">
            It could not be worked off in {event.attempts} attempts. The event itself is kept whole; nothing
            was lost.
          </p>
        )}
        {(links.problem || links.replay) && (
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {links.replay && (
              <ButtonLink href={links.replay as Route} size="small">
                Replay…
              </ButtonLink>
            )}
            {links.problem && (
              <TextLink href={links.problem as Route}>See the problem it is part of</TextLink>
            )}
          </p>
        )}
      </header>
      <Part title="Timeline">
        <Timeline
          event={event}
          connectionHref={links.connection}
          meetingHref={links.meeting}
          replayHref={links.replayed}
        />
      </Part>
      <Part
        title="Payload"
        actions={
          <span className="flex flex-wrap justify-end gap-1">
            <CopyButton text={raw} label="Copy payload" labelled />
            {curl && <CopyButton text={curl} label="Copy as cURL" labelled />}
          </span>
        }
      >
        <Tabs
          label="Payload"
          tabs={[
            { value: "tree", label: "Tree", content: <PayloadTree value={event.payload} /> },
            { value: "raw", label: "Raw", content: <Raw text={raw} /> },
          ]}
        />
      </Part>
      <Part title="Headers">
        <Facts facts={Object.entries(event.headers)} />
        <p className="text-muted text-sm">
          Signatures, tokens and cookies are checked and never stored, so a copied request says where its
          signature belongs.
        </p>
      </Part>
      <Part title="Identity">
        <Facts
          facts={[
            ["Event id", event.id],
            ["Key at the platform", event.externalId],
            ["SHA-256 of the payload", event.payloadHash],
          ]}
        />
      </Part>
    </article>
  );
}

function Part({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-2.5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

function Raw({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <pre tabIndex={0} className="max-h-96 overflow-auto rounded-md bg-sunken p-3 font-mono text-sm">
      {text}
    </pre>
  );
}

function Facts({ facts }: { facts: (readonly [string, string])[] }) {
  return (
    <dl className="grid gap-1.5">
      {facts.map(([name, value]) => (
        <div key={name} className="grid gap-x-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="text-muted">{name}</dt>
          <dd className="break-all font-mono text-sm">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
