"use client";

import { RotateCcw } from "lucide-react";
import type { Route } from "next";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { replayHref } from "./replay-href.ts";
import type { Selection } from "./use-selection.ts";

type SelectionBarProps = {
  selection: Selection;
  /** Where replays begin, and the filter as it stands in the address, for choosing all that match it. */
  replays: { href: string; query: string };
  /** False while the page shows all there is, so that there is nothing more to choose. */
  hasMore: boolean;
};

/** What can be done with the chosen events. It stays in sight while one scrolls on. */
export function SelectionBar({ selection, replays, hasMore }: SelectionBarProps) {
  const { chosen, everything, chooseEverything, clear } = selection;
  if (chosen.size === 0) return null;
  const href = replayHref(replays, everything ? "matching" : [...chosen]);

  return (
    <section
      aria-label="Chosen events"
      className="sticky bottom-18 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-surface px-4 py-2.5 shadow-popup lg:bottom-4"
    >
      <p role="status" className="mr-auto font-medium">
        {everything ? "All events that match the filter" : chosenWords(chosen.size)}
      </p>
      {!everything && hasMore && (
        <Button size="small" variant="quiet" onClick={chooseEverything}>
          Choose all that match the filter
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={clear}>
        Choose none
      </Button>
      {href ? (
        <ButtonLink size="small" variant="primary" href={href as Route}>
          <RotateCcw aria-hidden />
          Replay…
        </ButtonLink>
      ) : (
        <p className="text-muted text-sm">Up to 200 at once. Choose fewer, or all that match.</p>
      )}
    </section>
  );
}

const chosenWords = (count: number) => (count === 1 ? "1 event chosen" : `${count} events chosen`);
