import { parseDay, startOfDay } from "./days.ts";

/** A moment as Meta takes it: seconds since 1970, or a date, which is midnight in California. */
export function readMoment(text: string | undefined): number | null {
  if (!text) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return startOfDay(parseDay(text), pacific);
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

/** Where Meta's days begin, whoever asks. */
export const pacific = "America/Los_Angeles";
