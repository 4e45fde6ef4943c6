"use client";

import { useState } from "react";
import type { EventRow } from "./event-row.ts";

/** A few at a time slide in; of more at once no eye could follow one, and drawing them would hold up the next. */
const fewRows = 5;

/** The id after which rows are new enough to be drawn sliding in. */
export function useArrivals(rows: EventRow[]): string {
  const newest = rows[0]?.id ?? "";
  const [seen, setSeen] = useState({ newest, slideAfter: newest });

  if (seen.newest !== newest) {
    const came = rows.findIndex(({ id }) => id <= seen.newest);
    const areFew = (came === -1 ? rows.length : came) <= fewRows;
    setSeen({ newest, slideAfter: areFew ? seen.slideAfter : newest });
  }
  return seen.slideAfter;
}
