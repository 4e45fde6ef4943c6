"use client";

import { useLatest } from "#components/live/use-latest.ts";
import { useLive } from "#components/live/use-live.ts";
import { type Chart, Histogram } from "./histogram.tsx";
import { barTotal } from "./histogram-bars.ts";
import type { Between } from "./zoom-href.ts";

type LiveHistogramProps = {
  slug: string;
  chart: Chart;
  /** Where the chart as it is now is read. */
  address: string;
  between: Between;
};

/** Bars of an hour or a day are not looked at for what changes within seconds. */
const restMs = 5_000;

/** The histogram, kept current; nothing while there is nothing to draw. */
export function LiveHistogram({ slug, chart, address, between }: LiveHistogramProps) {
  const { latest, load } = useLatest(chart, address);
  useLive({ slug, topics: ["events"], restMs }, load);
  if (!latest.bars.some((bar) => barTotal(bar) > 0)) return null;
  return <Histogram chart={latest} between={between} />;
}
