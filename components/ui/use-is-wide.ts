"use client";

import { useSyncExternalStore } from "react";

/** Where `md:` begins. */
const query = "(min-width: 48rem)";

function follow(onChange: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

/** Whether `md:` holds; null until the browser has taken over, when both shapes have to be there. */
export function useIsWide(): boolean | null {
  return useSyncExternalStore(
    follow,
    () => window.matchMedia(query).matches,
    () => null,
  );
}
