"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { chartHeight } from "./chart-height.ts";

/** The chart, whose code is fetched once there is one to draw: a page without figures loads none of it. */
export const LazyDayChart = dynamic(() => import("./day-chart.tsx").then(({ DayChart }) => DayChart), {
  ssr: false,
  loading: () => <Skeleton className={chartHeight} />,
});
