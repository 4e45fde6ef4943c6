"use client";

import { useState } from "react";
import { cn } from "#components/ui/cn.ts";
import { type Bar, barParts, barsSpan, barTotal, barWords, partsOf } from "./histogram-bars.ts";
import { HistogramTable } from "./histogram-table.tsx";
import { spanWords } from "./span-words.ts";
import { useHydrated } from "./use-hydrated.ts";
import { useZoom } from "./use-zoom.ts";
import { ZoomBar } from "./zoom-bar.tsx";
import { type Between, zoomHref } from "./zoom-href.ts";

export type Chart = { from: string; to: string; barMs: number; bars: Bar[] };

/**
 * How many events came when, by what became of them. A bar is a link to its time; dragging over several, or Shift and the
 * arrow keys, chooses all their time.
 */
export function Histogram({ chart, between }: { chart: Chart; between: Between }) {
  const { bars } = chart;
  const hydrated = useHydrated();
  const viewer = hydrated ? {} : null;
  const zoom = useZoom(bars.length, (first, last) => {
    const { from, to } = barsSpan(chart, first, last);
    return zoomHref(between, from, to);
  });
  const [looked, setLooked] = useState<number | null>(null);

  const filled = (index: number | null) => index !== null && bars[index] && barTotal(bars[index]) > 0;
  // The newest, until the arrow keys have gone to another.
  const tabStop = filled(zoom.tabStop) ? zoom.tabStop : bars.findLastIndex((_, index) => filled(index));
  const tallest = Math.max(...bars.map(barTotal), 1);
  const [first, last] = zoom.chosen ?? (looked === null ? [0, bars.length - 1] : [looked, looked]);
  const told = sumOf(bars.slice(first, last + 1));
  const toldSpan = barsSpan(chart, first, last);
  const wordsOf = (index: number) => {
    const { from, to } = barsSpan(chart, index, index);
    const bar = bars[index];
    return `${spanWords(from, to, viewer)}: ${bar ? barWords(bar) : ""}`;
  };

  return (
    <section aria-label="Events over time" className="relative mt-4 grid gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span>{spanWords(toldSpan.from, toldSpan.to, viewer)}</span>
        <span className="flex flex-wrap gap-x-3 text-muted">
          {partsOf(told).map(({ status, style, text }) => (
            <span key={status} className="inline-flex items-center gap-1.5">
              <span aria-hidden className={cn("size-2.5 rounded-sm", style)} />
              {text}
            </span>
          ))}
          {barTotal(told) === 0 && "No events"}
        </span>
      </p>
      <div
        {...zoom.handlers}
        onPointerLeave={() => setLooked(null)}
        className="flex h-20 touch-pan-y select-none items-stretch border-line-strong/60 border-b"
      >
        {bars.map((bar, index) => {
          const { from, to } = barsSpan(chart, index, index);
          return (
            <ZoomBar
              key={bar.at}
              href={zoomHref(between, from, to)}
              label={`${wordsOf(index)}. Show this time.`}
              isEmpty={barTotal(bar) === 0}
              isChosen={zoom.chosen !== null && index >= zoom.chosen[0] && index <= zoom.chosen[1]}
              isTabStop={!hydrated || index === tabStop}
              onLook={() => setLooked(index)}
            >
              {barParts.map(({ status, style }) => (
                <span
                  key={status}
                  className={cn("w-full", style, bar[status] > 0 && "min-h-0.5")}
                  style={{ height: `${(100 * bar[status]) / tallest}%` }}
                />
              ))}
            </ZoomBar>
          );
        })}
      </div>
      <HistogramTable
        rows={bars.flatMap((bar, index) =>
          barTotal(bar) > 0 ? [{ ...bar, ...barsSpan(chart, index, index) }] : [],
        )}
      />
    </section>
  );
}

function sumOf(bars: Bar[]) {
  const sum = { processed: 0, failed: 0, dead: 0, ignored: 0, pending: 0 };
  for (const bar of bars) for (const { status } of barParts) sum[status] += bar[status];
  return sum;
}
