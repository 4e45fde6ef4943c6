"use client";

import type { Topic } from "#lib/live/topics.ts";
import { useLive } from "./use-live.ts";
import { useRefresh } from "./use-refresh.ts";

/** A whole page costs the server too much to be rendered for each of many notices. */
const restMs = 1_000;

/** Keeps the page it stands on current: it is rendered anew when something of these kinds changes. */
export function LiveRefresh({ slug, topics }: { slug: string; topics: readonly Topic[] }) {
  const refresh = useRefresh();
  useLive({ slug, topics, restMs }, refresh);
  return null;
}
