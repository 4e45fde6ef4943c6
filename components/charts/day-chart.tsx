"use client";

import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { cn } from "#components/ui/cn.ts";
import { chartHeight } from "./chart-height.ts";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { type DaySeries, dateWords } from "./day-series.ts";
import { LoneDot } from "./lone-dot.tsx";

export type DayChartProps = {
  /** What a screen reader is told the chart is. */
  label: string;
  dates: string[];
  series: DaySeries[];
  /** A level is drawn close up; anything else from zero. */
  fromZero: boolean;
};

const lines = {
  main: { stroke: "var(--accent)", strokeWidth: 2 },
  second: { stroke: "var(--ink)", strokeWidth: 1.5 },
  before: { stroke: "var(--line-strong)", strokeWidth: 1.5, strokeDasharray: "3 4" },
};

const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/**
 * Lines over days. Where nothing was told the line is broken. All charts of a page share one crosshair, which the arrow keys
 * move too. Nothing is animated.
 */
export function DayChart({ label, dates, series, fromZero }: DayChartProps) {
  const rows = dates.map((date, day) => ({
    date,
    ...Object.fromEntries(series.map(({ key, values }) => [key, values[day] ?? null])),
  }));

  return (
    <LineChart
      responsive
      data={rows}
      syncId="days"
      desc={`${label}. The arrow keys go from day to day; the same figures stand in the table.`}
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      className={cn(chartHeight, "w-full text-sm")}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="date"
        tickFormatter={(date: string) => dateWords(date, "axis")}
        minTickGap={28}
        tickLine={false}
        axisLine={{ stroke: "var(--line)" }}
        tick={{ fill: "var(--muted)", fontSize: 12 }}
      />
      <YAxis
        width={44}
        domain={fromZero ? [0, "auto"] : ["auto", "auto"]}
        allowDecimals={false}
        tickFormatter={(value: number) => short.format(value)}
        tickLine={false}
        axisLine={false}
        tick={{ fill: "var(--muted)", fontSize: 12 }}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--line-strong)" }}
        content={({ active, label: date }) =>
          active && typeof date === "string" ? (
            <ChartTooltip date={date} day={dates.indexOf(date)} series={series} />
          ) : null
        }
      />
      {series.toReversed().map(({ key, label: name, values, look }) => (
        <Line
          key={key}
          dataKey={key}
          name={name}
          {...lines[look]}
          type="linear"
          connectNulls={false}
          isAnimationActive={false}
          dot={({ key: dotKey, cx, cy, index, stroke }) => (
            <LoneDot key={dotKey} {...{ cx, cy, index, stroke, values }} />
          )}
          activeDot={{ r: 3.5, strokeWidth: 0 }}
        />
      ))}
    </LineChart>
  );
}
