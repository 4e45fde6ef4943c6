const steps: [limitInSeconds: number, secondsEach: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60 * 60, 60, "minute"],
  [24 * 60 * 60, 60 * 60, "hour"],
  [30 * 24 * 60 * 60, 24 * 60 * 60, "day"],
  [365 * 24 * 60 * 60, 30 * 24 * 60 * 60, "month"],
  [Number.POSITIVE_INFINITY, 365 * 24 * 60 * 60, "year"],
];

const short = new Intl.RelativeTimeFormat("en", { style: "short", numeric: "always" });

/** "3 min. ago" and "in 2 days", in whole units counted from `now` (milliseconds). Under ten seconds it is "just now". */
export function relativeTime(instant: Date, now: number): string {
  const seconds = Math.round((instant.getTime() - now) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 10) return "just now";
  if (distance < 60) return tidy(short.format(seconds, "second"));

  for (const [limit, each, unit] of steps) {
    if (distance < limit) return tidy(short.format(Math.trunc(seconds / each), unit));
  }
  return "";
}

const tidy = (text: string) => text.replace(".", "");
