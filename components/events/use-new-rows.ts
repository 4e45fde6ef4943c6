"use client";

import { type TransitionStartFunction, useEffect, useState } from "react";
import { hearThrough } from "#components/live/shared-stream.ts";
import { useLive } from "#components/live/use-live.ts";
import { whileVisible } from "#components/live/while-visible.ts";
import { type EventPage, sentEventPages } from "./event-page.ts";
import { useIsAway } from "./use-is-away.ts";

type NewRows = {
  slug: string;
  /** False where nothing new belongs. */
  isLive: boolean;
  /** True while new rows would disturb wherever one is on the page. */
  held: boolean;
  newest: string | undefined;
  countNewer: (newestShown: string | undefined) => Promise<number>;
  /** Where the rows that are there now are read, and are sent whenever they change. */
  address: string;
  load: () => Promise<void>;
  show: (page: EventPage) => void;
  /** Begins what lets rows in because someone asked for them. */
  startLettingIn: TransitionStartFunction;
};

/** Lets new rows in as they come or, while they would disturb, counts those that wait. */
export function useNewRows(options: NewRows) {
  const { slug, isLive, held, newest, countNewer, address, load, show, startLettingIn } = options;
  const [counted, setCounted] = useState<{ since?: string; count: number }>({ count: 0 });
  const isAway = useIsAway();
  const follows = isLive && !held && !isAway;

  useEffect(() => {
    if (!follows) return;
    return whileVisible(() => {
      const read = sentEventPages();
      return hearThrough(slug, {
        address,
        topic: "events",
        sent: (data) => show(read(data)),
        // It tells why; whether it can be read now shows when it is asked for again.
        onRefused: () => void load().catch(() => {}),
      });
    });
  }, [follows, slug, address, show, load]);

  const counts = isLive && !follows;
  useLive({ slug, topics: counts ? ["events"] : [], restMs: 0 }, async () => {
    setCounted({ since: newest, count: await countNewer(newest) });
  });

  function showWaiting() {
    window.scrollTo({ top: 0 });
    // When it fails they still wait, and can be asked for again.
    startLettingIn(() => load().catch(() => {}));
  }
  // A count that comes late, when those rows are here, is a count of nothing.
  return { follows, waiting: counts && counted.since === newest ? counted.count : 0, showWaiting };
}
