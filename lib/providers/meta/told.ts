import type { Counts } from "../synchronization.ts";

/** The counts that were told: one that was not is not there. */
export function told(counts: Record<string, number | null | undefined>): Counts {
  return Object.fromEntries(
    Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}
