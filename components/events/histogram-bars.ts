import type { EventStatus } from "#lib/webhooks/event-filter.ts";

/** How many events came in one stretch of time, by what became of them. */
export type Bar = { at: string } & Record<EventStatus, number>;

/** From the ground up: what needs a person stands where it cannot be overlooked. */
export const barParts: { status: EventStatus; word: string; style: string }[] = [
  { status: "dead", word: "dead", style: "bg-bad" },
  { status: "failed", word: "retrying", style: "bg-warn" },
  { status: "processed", word: "processed", style: "bg-good/70" },
  { status: "ignored", word: "ignored", style: "bg-idle/60" },
  { status: "pending", word: "waiting", style: "bg-line-strong/60" },
];

/** All events of a bar. */
export const barTotal = (bar: Omit<Bar, "at">): number =>
  barParts.reduce((sum, { status }) => sum + bar[status], 0);

const spoken: EventStatus[] = ["processed", "failed", "dead", "ignored", "pending"];

/** The parts that a bar has, in the order they are told. */
export function partsOf(bar: Omit<Bar, "at">) {
  return barParts
    .filter(({ status }) => bar[status] > 0)
    .toSorted((a, b) => spoken.indexOf(a.status) - spoken.indexOf(b.status))
    .map((part) => ({ ...part, text: `${bar[part.status].toLocaleString("en")} ${part.word}` }));
}

/** A bar in words: “12 processed, 1 dead”. */
export function barWords(bar: Omit<Bar, "at">): string {
  return (
    partsOf(bar)
      .map(({ text }) => text)
      .join(", ") || "no events"
  );
}

/** The moments a run of bars begins and ends at, within those that the chart shows. */
export function barsSpan(
  chart: { from: string; to: string; barMs: number; bars: Bar[] },
  first: number,
  last: number,
): { from: string; to: string } {
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  const begins = Math.max(Date.parse(chart.bars[low]?.at ?? chart.from), Date.parse(chart.from));
  const ends = Math.min(Date.parse(chart.bars[high]?.at ?? chart.to) + chart.barMs, Date.parse(chart.to));
  return { from: new Date(begins).toISOString(), to: new Date(ends).toISOString() };
}
