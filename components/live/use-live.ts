"use client";

import { useEffect, useRef } from "react";
import type { Topic } from "#lib/live/topics.ts";
import { subscribe } from "./shared-stream.ts";

/** What arrives is mostly worked off within this time, so that one look shows both. */
const settleMs = 80;
const quietMs = 400;

/**
 * Calls `onChange` when something of these kinds changes in the organization: almost at once, and then at most every
 * 400 ms while more comes in. While the tab is hidden it hears nothing; when shown again it is called once.
 */
export function useLive(slug: string, topics: readonly Topic[], onChange: () => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });

  const wanted = topics.join(" ");
  useEffect(() => {
    const tell = paced(() => latest.current());
    let unsubscribe: (() => void) | undefined;

    const listen = () => {
      unsubscribe ??= subscribe(slug, (topic) => {
        if (topic === "missed" || wanted.split(" ").includes(topic)) tell();
      });
    };
    const leave = () => {
      unsubscribe?.();
      unsubscribe = undefined;
    };
    const follow = () => {
      if (document.visibilityState === "hidden") return leave();
      if (!unsubscribe) tell();
      listen();
    };

    if (document.visibilityState === "visible") listen();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      leave();
      tell.cancel();
    };
  }, [slug, wanted]);
}

/** Calls close together become one; of a long run of them, one in each quiet time. */
function paced(work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;

  function run(): void {
    if (timer) return;
    const waitMs = Math.max(settleMs, lastAt + quietMs - performance.now());
    timer = setTimeout(() => {
      timer = undefined;
      lastAt = performance.now();
      work();
    }, waitMs);
  }
  return Object.assign(run, { cancel: () => clearTimeout(timer) });
}
