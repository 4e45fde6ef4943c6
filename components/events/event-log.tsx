"use client";

import { ArrowUp, Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useLive } from "#components/live/use-live.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EventCards } from "./event-cards.tsx";
import type { EventRow } from "./event-row.ts";
import { EventTable } from "./event-table.tsx";
import { useListKeys } from "./use-list-keys.ts";

type EventLogProps = {
  slug: string;
  rows: EventRow[];
  /** Shown instead of the list while it has no rows. */
  empty: React.ReactNode;
  /** False on older pages, where nothing new belongs. */
  isNewestPage: boolean;
  /** How many events of this filter are newer than this one, counted to a hundred. */
  countNewer: (newestShown: string | undefined) => Promise<number>;
};

/** Reading further down, or paused: then new rows must not push away what the person reads. */
const scrolledAwayPx = 240;

/** The event log as it happens: new rows come in at the top, or wait behind a pill while they would disturb. */
export function EventLog({ slug, rows, empty, isNewestPage, countNewer }: EventLogProps) {
  const router = useRouter();
  const [paused, setPaused] = useState(false);
  const [waiting, setWaiting] = useState(0);
  const [firstSeen] = useState(rows[0]?.id ?? "");
  const [, startTransition] = useTransition();
  const newest = rows[0]?.id;
  const arrived = newest !== undefined && newest > firstSeen && isNewestPage ? rows[0] : undefined;
  useListKeys();

  useLive(slug, ["events"], () => {
    if (!isNewestPage) return;
    if (!paused && window.scrollY < scrolledAwayPx) return startTransition(() => router.refresh());
    startTransition(async () => {
      const count = await countNewer(newest);
      startTransition(() => setWaiting(count));
    });
  });

  function showWaiting() {
    setWaiting(0);
    window.scrollTo({ top: 0 });
    startTransition(() => router.refresh());
  }

  function togglePause() {
    if (paused) showWaiting();
    setPaused(!paused);
  }

  return (
    <>
      <div className="mb-3 flex min-h-9 items-center justify-between gap-3">
        <p className="text-muted text-sm">{liveWords(isNewestPage, paused)}</p>
        {isNewestPage && (
          <Button size="small" onClick={togglePause} aria-pressed={paused}>
            {paused ? <Play aria-hidden /> : <Pause aria-hidden />}
            {paused ? "Resume" : "Pause"}
          </Button>
        )}
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
            onClick={showWaiting}
          >
            <ArrowUp aria-hidden />
            {newEvents(waiting)}
          </Button>
        </div>
      )}
      <Card>
        {rows.length === 0 ? (
          empty
        ) : (
          <>
            <div className="md:hidden">
              <EventCards rows={rows} arrivedAfter={firstSeen} />
            </div>
            <div className="hidden md:block">
              <EventTable rows={rows} arrivedAfter={firstSeen} />
            </div>
          </>
        )}
      </Card>
    </>
  );
}

function liveWords(isNewestPage: boolean, paused: boolean): string {
  if (!isNewestPage) return "Older events. New ones appear on the first page.";
  return paused ? "Paused. New events are kept and counted." : "Live. New events appear at the top.";
}

function newEvents(count: number): string {
  if (count >= 100) return "99+ new events";
  return count === 1 ? "1 new event" : `${count} new events`;
}
