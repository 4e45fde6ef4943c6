"use client";

import { ChartLine, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { chartHeight } from "#components/charts/chart-height.ts";
import type { DaySeries } from "#components/charts/day-series.ts";
import { LazyDayChart } from "#components/charts/lazy-day-chart.tsx";
import { SeriesKey } from "#components/charts/series-key.tsx";
import { Button } from "#components/ui/button.tsx";
import { type DayColumn, DayTable } from "./day-table.tsx";

type DayPanelProps = {
  label: string;
  dates: string[];
  series: DaySeries[];
  /** What the table has beside the lines: each account by itself. */
  columns?: DayColumn[];
  fromZero: boolean;
  /** What else can be done with these figures. */
  tools?: ReactNode;
};

const views = { chart: ["Chart", ChartLine], table: ["Table", Table2] } as const;
type View = keyof typeof views;

/** Figures over days, as a chart or as a table of the same. */
export function DayPanel({ label, dates, series, columns = [], fromZero, tools }: DayPanelProps) {
  const [view, setView] = useState<View>("chart");

  return (
    <div className="grid gap-2">
      <div className={chartHeight}>
        {view === "chart" ? (
          <LazyDayChart label={label} dates={dates} series={series} fromZero={fromZero} />
        ) : (
          <DayTable label={label} dates={dates} columns={[...series, ...columns]} />
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-muted text-sm">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {series.map(({ key, label: name, look }) => (
            <li key={key} className="inline-flex items-center gap-1.5">
              <SeriesKey look={look} />
              {name}
            </li>
          ))}
        </ul>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, and these change only the view */}
        <div role="group" aria-label={`View of ${label}`} className="flex gap-1">
          {(Object.keys(views) as View[]).map((each) => {
            const [word, Icon] = views[each];
            return (
              <Button
                key={each}
                variant="quiet"
                size="small"
                aria-pressed={view === each}
                onClick={() => setView(each)}
                className="aria-pressed:bg-sunken"
              >
                <Icon aria-hidden />
                {word}
              </Button>
            );
          })}
          {tools}
        </div>
      </div>
    </div>
  );
}
