"use client";

import { ArrowUp, Pause, Play } from "lucide-react";
import { useState, useTransition } from "react";
import { useLatest } from "#components/live/use-latest.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { useIsWide } from "#components/ui/use-is-wide.ts";
import { EventCards } from "./event-cards.tsx";
import type { EventPage } from "./event-page.ts";
import { EventPages } from "./event-pages.tsx";
import { EventTable } from "./event-table.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useArrivals } from "./use-arrivals.ts";
import { useHeldRows } from "./use-held-rows.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useNewRows } from "./use-new-rows.ts";
import { useSelection } from "./use-selection.ts";

/** `older` and `over`: pages, and stretches of time, in which nothing new belongs. */
export type Liveness = "live" | "older" | "over";

type EventLogProps = {
  slug: string;
  page: EventPage;
  /** Where the newest page, and what is on it now, is read. */
  newest: { href: string; readFrom: string };
  /** Shown instead of the list while it has no rows. */
  empty: React.ReactNode;
  liveness: Liveness;
  /** How many events of this filter are newer than this one, counted to a hundred. */
  countNewer: (newestShown: string | undefined) => Promise<number>;
  /** Set for those who may replay and export: where to, and the filter as it stands in the address. */
  tools?: { replaysHref: string; query: string };
};

/** The event log as it happens: new rows come in at the top, or wait behind a pill while they would disturb. */
export function EventLog({ slug, page, newest, empty, liveness, countNewer, tools }: EventLogProps) {
  const isWide = useIsWide();
  const { latest, load, show } = useLatest(page, newest.readFrom);
  const [paused, setPaused] = useState(false);
  const [firstSeen] = useState(page.rows[0]?.id ?? "");
  const [lettingIn, startLettingIn] = useTransition();
  const chosen = useSelection();
  const selection = tools && chosen;
  const isLive = liveness === "live";
  // What one is choosing from must not move.
  const held = isLive && (paused || chosen.chosen.size > 0);
  const { shown, hidden } = useHeldRows(latest.rows, held && !lettingIn);
  const first = shown[0];
  const news = useNewRows({
    slug,
    isLive,
    held,
    newest: first?.id,
    countNewer,
    address: newest.readFrom,
    load,
    show,
    startLettingIn,
  });
  const { slideAfter, drawn } = useArrivals(shown, news.follows);
  const waiting = Math.max(news.waiting, hidden);
  const arrived = first && first.id > firstSeen && isLive ? first : undefined;
  useListKeys();

  function togglePause() {
    if (paused) news.showWaiting();
    setPaused(!paused);
  }

  return (
    <>
      <div className="mb-3 flex min-h-9 flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <p className="text-muted text-sm">{liveWords(liveness, paused, held)}</p>
        <div className="ml-auto flex gap-2">
          {tools && latest.rows.length > 0 && <ExportMenu slug={slug} query={tools.query} />}
          {isLive && (
            <Button size="small" onClick={togglePause} aria-pressed={paused}>
              {paused ? <Play aria-hidden /> : <Pause aria-hidden />}
              {paused ? "Resume" : "Pause"}
            </Button>
          )}
        </div>
      </div>
      <p role="status" className="sr-only">
        {waiting > 0 ? newEvents(waiting) : arrived && `New event: ${arrived.label}. ${arrived.summary}`}
      </p>
      {waiting > 0 && (
        <div className="pointer-events-none sticky top-16 z-10 flex h-0 justify-center lg:top-4">
          <Button
            variant="primary"
            size="small"
            className="pointer-events-auto rounded-full shadow-popup"
            onClick={news.showWaiting}
          >
            <ArrowUp aria-hidden />
            {newEvents(waiting)}
          </Button>
        </div>
      )}
      <Card>
        {shown.length === 0 ? (
          empty
        ) : (
          <>
            {/* Both, until it is known which is seen: to make fifty rows twice is most of what a new one costs. */}
            {isWide !== true && (
              <div className="md:hidden">
                <EventCards rows={shown} drawn={drawn} arrivedAfter={slideAfter} selection={selection} />
              </div>
            )}
            {isWide !== false && (
              <div className="hidden md:block">
                <EventTable rows={shown} drawn={drawn} arrivedAfter={slideAfter} selection={selection} />
              </div>
            )}
          </>
        )}
      </Card>
      {tools && (
        <SelectionBar
          selection={chosen}
          replays={{ href: tools.replaysHref, query: tools.query }}
          hasMore={latest.olderHref !== undefined || liveness === "older"}
        />
      )}
      <EventPages page={latest} newestHref={liveness === "older" ? newest.href : undefined} />
    </>
  );
}

function liveWords(liveness: Liveness, paused: boolean, held: boolean): string {
  if (liveness === "older") return "Older events. New ones appear on the first page.";
  if (liveness === "over") return "This time is over, so nothing new comes into it.";
  if (paused) return "Paused. New events are kept and counted.";
  return held ? "New events wait while you choose." : "Live. New events appear at the top.";
}

function newEvents(count: number): string {
  if (count >= 100) return "99+ new events";
  return count === 1 ? "1 new event" : `${count} new events`;
}
