"use client";

import { useSyncExternalStore } from "react";

const everyMs = 15_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all that tell a time, since a list has many. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of [...listeners]) tell();
  }, everyMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// Stays the same between two looks, or whoever looks would be drawn again each time.
const currentStretch = () => Math.floor(Date.now() / everyMs);

/** The present, in milliseconds, drawn anew now and then; null until the browser has taken over from the server. */
export function useNow(): number | null {
  const stretch = useSyncExternalStore(subscribe, currentStretch, () => null);
  return stretch === null ? null : Date.now();
}
