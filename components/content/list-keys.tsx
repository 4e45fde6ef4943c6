"use client";

import { useListKeys } from "#components/events/use-list-keys.ts";

/** Lets `j` and `k` move through the list it stands in. */
export function ListKeys() {
  useListKeys();
  return null;
}
