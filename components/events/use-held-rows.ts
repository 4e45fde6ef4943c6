"use client";

import { useState } from "react";
import type { EventRow } from "./event-row.ts";

/**
 * The rows to show while the list is held: none that are newer than when that began, even if they were on their way
 * already. `hidden` counts those.
 */
export function useHeldRows(rows: EventRow[], held: boolean): { shown: EventRow[]; hidden: number } {
  const newest = rows[0]?.id ?? "";
  const [heldAt, setHeldAt] = useState<string | null>(null);
  // Taken down while rendering: an effect would come after the rows it is to keep away.
  if (held !== (heldAt !== null)) setHeldAt(held ? newest : null);

  const limit = held ? (heldAt ?? newest) : null;
  const shown = limit === null ? rows : rows.filter(({ id }) => id <= limit);
  return { shown, hidden: rows.length - shown.length };
}
