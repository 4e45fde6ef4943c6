"use client";

import { type TransitionStartFunction, useCallback, useEffect, useState } from "react";
import { useLive } from "#components/live/use-live.ts";

type NewRows = {
  slug: string;
  /** False where nothing new belongs. */
  isLive: boolean;
  /** True while new rows would disturb wherever one is on the page. */
  held: boolean;
  newest: string | undefined;
  countNewer: (newestShown: string | undefined) => Promise<number>;
  /** Brings the rows that are there now. */
  load: () => Promise<void>;
  /** Begins what lets rows in because someone asked for them. */
  startLettingIn: TransitionStartFunction;
};

/** Reading further down: then new rows must not push away what the person reads. */
const scrolledAwayPx = 240;
const isAway = () => window.scrollY >= scrolledAwayPx;

/** Lets new rows in as they come or, while they would disturb, counts those that wait. */
export function useNewRows({ slug, isLive, held, newest, countNewer, load, startLettingIn }: NewRows) {
  const [counted, setCounted] = useState<{ since?: string; count: number }>({ count: 0 });

  // A count that comes late, when those rows are here, is a count of nothing.
  const waiting = counted.since === newest ? counted.count : 0;

  useLive({ slug, topics: ["events"], restMs: 0 }, async () => {
    if (!isLive) return;
    if (!held && !isAway()) return load();
    setCounted({ since: newest, count: await countNewer(newest) });
  });

  // When it fails they still wait, and can be asked for again.
  const letIn = useCallback(() => startLettingIn(() => load().catch(() => {})), [load, startLettingIn]);

  useEffect(() => {
    if (waiting === 0 || held) return;
    // Back at the top, what waited is what one came for.
    const follow = () => {
      if (isAway()) return;
      window.removeEventListener("scroll", follow);
      letIn();
    };
    window.addEventListener("scroll", follow, { passive: true });
    return () => window.removeEventListener("scroll", follow);
  }, [waiting, held, letIn]);

  function showWaiting() {
    window.scrollTo({ top: 0 });
    letIn();
  }
  return { waiting, showWaiting };
}
