import { Filter, Webhook } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Time } from "#components/ui/time.tsx";

export type WhyEmpty = { text: string; action: { label: string; href: string } };

type NoEventsProps = {
  /** Set where nothing came at all; otherwise nothing is like what was asked for. */
  why: WhyEmpty | null;
  /** How far back a search looked, where it did not look at everything. */
  lookedTo: string | undefined;
  clearHref: string;
};

/** The event log without events: why there are none, and what changes it. */
export function NoEvents({ why, lookedTo, clearHref }: NoEventsProps) {
  if (!why) {
    return (
      <EmptyState
        icon={Filter}
        title={lookedTo ? "Nothing found so far" : "No events match"}
        action={<ButtonLink href={clearHref as Route}>Show all events</ButtonLink>}
      >
        {lookedTo ? (
          <>
            Searched back to <Time value={lookedTo} show="exact" />. Search further back, or choose a time.
          </>
        ) : (
          "Nothing in this organization fits all the filters. Remove one to see more."
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Webhook}
      title="No events yet"
      action={
        <ButtonLink href={why.action.href as Route} variant="primary">
          {why.action.label}
        </ButtonLink>
      }
    >
      {why.text}
    </EmptyState>
  );
}
