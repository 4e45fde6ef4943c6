import type { SyncKind } from "../synchronization.ts";

export type TimeWindow = { from: Date; to: Date };

const dayMs = 24 * 60 * 60 * 1000;

/** How far back a run reads, and in windows of how many days: insights take at most 30 at once at Instagram. */
const reach = {
  content: { recent: 7, whole: 90, days: 30 },
  figures: { recent: 4, whole: 90, days: 30 },
};

/** The windows of time a run reads, newest first, each ending where the one before it begins. */
export function timeWindows(of: keyof typeof reach, kind: SyncKind, startedAt: string): TimeWindow[] {
  const { recent, whole, days } = reach[of];
  const all = kind === "recent" ? recent : whole;
  // Whole seconds, as the platform counts them.
  const end = Math.floor(Date.parse(startedAt) / 1000) * 1000;

  const windows: TimeWindow[] = [];
  for (let back = 0; back < all; back += days) {
    const from = new Date(end - Math.min(back + days, all) * dayMs);
    windows.push({ from, to: new Date(end - back * dayMs) });
  }
  return windows;
}

/** “from 23 Oct to 21 Nov”. */
export function spanInWords({ from, to }: TimeWindow): string {
  return `from ${dayInWords(from)} to ${dayInWords(to)}`;
}

const dayInWords = (moment: Date) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(moment);
