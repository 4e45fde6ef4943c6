"use client";

import { useRouter } from "next/navigation";
import type { Topic } from "#lib/live/topics.ts";
import { useLive } from "./use-live.ts";

/** Keeps the page it stands on current: it is rendered anew when something of these kinds changes. */
export function LiveRefresh({ slug, topics }: { slug: string; topics: readonly Topic[] }) {
  const router = useRouter();
  useLive(slug, topics, () => router.refresh());
  return null;
}
