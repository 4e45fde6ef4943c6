import { Filter, Webhook } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** The event log without events: either none came yet, or none is like what was asked for. */
export function NoEvents({
  slug,
  filtered,
  clearHref,
}: {
  slug: string;
  filtered: boolean;
  clearHref: string;
}) {
  if (filtered) {
    return (
      <EmptyState
        icon={Filter}
        title="No events match"
        action={<ButtonLink href={clearHref as Route}>Show all events</ButtonLink>}
      >
        Nothing in this organization fits all the filters. Remove one to see more.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Webhook}
      title="No events yet"
      action={
        <ButtonLink href={`/o/${slug}/connections` as Route} variant="primary">
          Connect a channel
        </ButtonLink>
      }
    >
      Messages, comments and everything else your channels tell appear here the moment they arrive. Connect
      one to begin.
    </EmptyState>
  );
}
