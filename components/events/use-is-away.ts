"use client";

import { useSyncExternalStore } from "react";

/** Reading further down: then new rows must not push away what the person reads. */
const scrolledAwayPx = 240;

function follow(onChange: () => void): () => void {
  window.addEventListener("scroll", onChange, { passive: true });
  return () => window.removeEventListener("scroll", onChange);
}

/** Whether the top of the list is out of sight. */
export function useIsAway(): boolean {
  return useSyncExternalStore(
    follow,
    () => window.scrollY >= scrolledAwayPx,
    () => false,
  );
}
