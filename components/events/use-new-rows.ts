"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { useLive } from "#components/live/use-live.ts";

type NewRows = {
  slug: string;
  /** False where nothing new belongs. */
  isLive: boolean;
  /** True while new rows would disturb wherever one is on the page. */
  held: boolean;
  newest: string | undefined;
  countNewer: (newestShown: string | undefined) => Promise<number>;
};

/** Reading further down: then new rows must not push away what the person reads. */
const scrolledAwayPx = 240;
const isAway = () => window.scrollY >= scrolledAwayPx;

/** Lets new rows in as they come or, while they would disturb, counts those that wait. */
export function useNewRows({ slug, isLive, held, newest, countNewer }: NewRows) {
  const router = useRouter();
  const [waiting, setWaiting] = useState(0);
  const [, startTransition] = useTransition();

  const letIn = () => {
    setWaiting(0);
    startTransition(() => router.refresh());
  };

  useLive(slug, ["events"], () => {
    if (!isLive) return;
    if (!held && !isAway()) return letIn();
    startTransition(async () => {
      const count = await countNewer(newest);
      startTransition(() => setWaiting(count));
    });
  });

  useEffect(() => {
    if (waiting === 0 || held) return;
    // Back at the top, what waited is what one came for.
    const follow = () => {
      if (isAway()) return;
      setWaiting(0);
      startTransition(() => router.refresh());
    };
    window.addEventListener("scroll", follow, { passive: true });
    return () => window.removeEventListener("scroll", follow);
  }, [waiting, held, router]);

  function showWaiting() {
    window.scrollTo({ top: 0 });
    letIn();
  }
  return { waiting, showWaiting };
}
