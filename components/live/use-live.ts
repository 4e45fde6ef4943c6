"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import type { Topic } from "#lib/live/topics.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { subscribe } from "./shared-stream.ts";

/**
 * Calls `onChange` when something of these kinds changes in the organization: at once, and while what it began (as
 * transitions) is not shown yet, once more when it is. While the tab is hidden it hears nothing; it is called once
 * when it begins to listen, since what is shown then may be older.
 */
export function useLive(slug: string, topics: readonly Topic[], onChange: () => void): void {
  const latest = useRef(onChange);
  const [shown, setShown] = useState(0);
  const [work] = useState(() =>
    oneAtATime(() =>
      startTransition(() => {
        latest.current();
        // Part of the same transition, so it changes when what was begun is on the screen.
        setShown((times) => times + 1);
      }),
    ),
  );
  useEffect(() => {
    latest.current = onChange;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that says it is done.
  useEffect(() => work.done(), [shown, work]);

  const wanted = topics.join(" ");
  useEffect(() => {
    const kinds = wanted.split(" ") as Topic[];
    let unsubscribe: (() => void) | undefined;

    const listen = () => {
      unsubscribe ??= subscribe(slug, (changed) => {
        if (kinds.some((topic) => changed.has(topic))) work.ask();
      });
    };
    const leave = () => {
      unsubscribe?.();
      unsubscribe = undefined;
    };
    const follow = () => (document.visibilityState === "hidden" ? leave() : listen());

    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      leave();
    };
  }, [slug, wanted, work]);
}
