/** One line of a chart: a value for each of its dates, null where nothing was told. */
export type DaySeries = {
  key: string;
  label: string;
  values: (number | null)[];
  /** `before`: the same days of the period before, to compare with. */
  look: "main" | "second" | "before";
};

/** “Sat, 21 Nov 2026”, or shorter for an axis: a date is the same in every time zone. */
export function dateWords(date: string, length: "axis" | "whole" = "whole"): string {
  return (length === "axis" ? axis : whole).format(new Date(`${date}T00:00:00Z`));
}

const axis = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
const whole = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});
