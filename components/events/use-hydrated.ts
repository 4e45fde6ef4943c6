"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the server and the first paint speak, true once the browser knows its person's zone and language. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
