"use client";

import { startTransition, useEffect, useState } from "react";
import type { EventRow } from "./event-row.ts";

/** A few at a time slide in; of more at once no eye could follow one. */
const fewRows = 5;
const quietMs = 400;
/** No row is lower than this. */
const leastRowPx = 48;

/**
 * `slideAfter`: the id after which rows are new enough to be drawn sliding in. `drawn`: how many of the rows to draw. While
 * one follows them and many come at once that is what fills a screen, since to draw the others would hold up the next;
 * all, once it is quiet.
 */
export function useArrivals(rows: EventRow[], follows: boolean): { slideAfter: string; drawn: number } {
  const newest = rows[0]?.id ?? "";
  const [seen, setSeen] = useState({ newest, slideAfter: newest, areMany: false });

  if (seen.newest !== newest) {
    const came = rows.findIndex(({ id }) => id <= seen.newest);
    const areMany = (came === -1 ? rows.length : came) > fewRows;
    setSeen({ newest, slideAfter: areMany ? newest : seen.slideAfter, areMany });
  }

  useEffect(() => {
    if (!seen.areMany) return;
    const drawAll = () => setSeen((last) => ({ ...last, areMany: false }));
    const timer = setTimeout(() => startTransition(drawAll), quietMs);
    return () => clearTimeout(timer);
  }, [seen]);

  const drawn = follows && seen.areMany ? Math.ceil(window.innerHeight / leastRowPx) : rows.length;
  return { slideAfter: seen.slideAfter, drawn };
}
