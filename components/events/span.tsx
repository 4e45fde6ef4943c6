"use client";

import { spanWords } from "./span-words.ts";
import { useHydrated } from "./use-hydrated.ts";

/** A stretch of time in the viewer's own zone and language. */
export function Span({ from, to }: { from?: string; to?: string }) {
  return spanWords(from, to, useHydrated() ? {} : null);
}
