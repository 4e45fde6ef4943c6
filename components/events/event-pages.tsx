import type { Route } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { EventPage } from "./event-page.ts";

type EventPagesProps = {
  page: EventPage;
  /** Missing on the newest page itself. */
  newestHref: string | undefined;
};

/** The ways to the pages beside one of the event log. */
export function EventPages({ page, newestHref }: EventPagesProps) {
  const { rows, newerHref, olderHref, lookedTo } = page;

  return (
    <nav aria-label="Pages of events" className="mt-3 flex justify-between gap-2">
      {newestHref ? (
        <span className="flex gap-2">
          {newerHref && <ButtonLink href={newerHref as Route}>Newer</ButtonLink>}
          <ButtonLink variant="quiet" href={newestHref as Route}>
            Newest
          </ButtonLink>
        </span>
      ) : (
        <span />
      )}
      {olderHref && (
        <span className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
          {lookedTo && rows.length > 0 && (
            <span className="text-muted text-sm">
              Searched back to <Time value={lookedTo} show="exact" />
            </span>
          )}
          <ButtonLink href={olderHref as Route}>{lookedTo ? "Search further back" : "Older"}</ButtonLink>
        </span>
      )}
    </nav>
  );
}
