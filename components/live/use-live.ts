"use client";

import { useEffect, useRef } from "react";
import type { Topic } from "#lib/live/topics.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { subscribe } from "./shared-stream.ts";
import { whileVisible } from "./while-visible.ts";

type Live = {
  slug: string;
  /** None: then it hears nothing. */
  topics: readonly Topic[];
  /** The least time from one call to the next: what costs more is done less often. */
  restMs: number;
};

const retryMs = 5_000;

/**
 * Calls `onChange` when something of these kinds changes in the organization: at once, and while that is not done, once
 * more when it is. What fails is tried again. While the tab is hidden it hears nothing; it is called once when it begins
 * to listen, since what is shown then may be older.
 */
export function useLive({ slug, topics, restMs }: Live, onChange: () => Promise<void>): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });

  const wanted = topics.join(" ");
  useEffect(() => {
    if (wanted === "") return;
    const kinds = wanted.split(" ") as Topic[];

    return whileVisible(() => {
      const { ask, stop } = oneAtATime({ work: () => latest.current(), restMs, retryMs });
      const unsubscribe = subscribe(slug, (changed) => {
        if (kinds.some((topic) => changed.has(topic))) ask();
      });
      return () => {
        stop();
        unsubscribe();
      };
    });
  }, [slug, wanted, restMs]);
}
