"use client";

import { relativeTime } from "./relative-time.ts";
import { useNow } from "./use-now.ts";

type TimeProps = {
  value: Date | string;
  /** `relative`: "3 min ago", kept current. `exact`: date and time in the viewer's zone. */
  show?: "relative" | "exact";
  className?: string;
};

/**
 * An instant, told for the viewer. The server knows neither their zone nor their language, so until the browser
 * has taken over the exact form is UTC; the relative one needs neither and is right from the first paint.
 */
export function Time({ value, show = "relative", className }: TimeProps) {
  const instant = typeof value === "string" ? new Date(value) : value;
  const now = useNow();
  const exact = now === null ? utc(instant) : local(instant);

  return (
    <time dateTime={instant.toISOString()} title={exact} className={className} suppressHydrationWarning>
      {show === "exact" ? exact : relativeTime(instant, now ?? Date.now())}
    </time>
  );
}

const utc = (instant: Date) => `${instant.toISOString().slice(0, 19).replace("T", " ")} UTC`;

// Made once: making one takes longer than all else about a row.
let format: Intl.DateTimeFormat | undefined;

function local(instant: Date): string {
  format ??= new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
  return format.format(instant);
}
