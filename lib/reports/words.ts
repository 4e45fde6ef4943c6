import type { DateSpan } from "#lib/analytics/range.ts";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const oneDigit = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const shortDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });

export const notKnown = "—";

export const number = (value: number | null) => (value === null ? notKnown : whole.format(value));

/** For the side of a chart: 12.5K. */
export const shortNumber = (value: number) => short.format(value);

/** `YYYY-MM-DD` as people write it: 3 October 2026. */
export const dateWords = (date: string) => day.format(new Date(`${date}T00:00:00Z`));

export const shortDateWords = (date: string) => shortDay.format(new Date(`${date}T00:00:00Z`));

/** 1–31 October 2026. */
export const periodWords = ({ from, to }: DateSpan) =>
  day.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));

/** 0.124 as “+12.4 %”; what cannot be compared as a dash. */
export function changeWords(change: number | null): string {
  if (change === null) return notKnown;
  const percent = oneDigit.format(Math.abs(change) * 100);
  if (percent === "0") return "±0 %";
  return `${change > 0 ? "+" : "−"}${percent} %`;
}

/** A share from 0 to 1 as “87 %”. */
export const shareWords = (share: number | null) =>
  share === null ? notKnown : `${whole.format(share * 100)} %`;

/** A length of time in its two largest units. */
export function durationWords(seconds: number | null): string {
  if (seconds === null) return notKnown;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 || hours >= 24 ? `${whole.format(hours)} h` : `${hours} h ${rest} min`;
}
