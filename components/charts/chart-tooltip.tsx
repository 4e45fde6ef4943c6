import { cn } from "#components/ui/cn.ts";
import { type DaySeries, dateWords } from "./day-series.ts";
import { SeriesKey } from "./series-key.tsx";

/** What the crosshair stands on. */
export function ChartTooltip({ date, day, series }: { date: string; day: number; series: DaySeries[] }) {
  return (
    <div className="grid gap-1 rounded-md border border-line bg-surface px-2.5 py-2 text-ink text-sm shadow-popup">
      <p className="font-medium">{dateWords(date)}</p>
      {series.map(({ key, label, values, look }) => {
        const value = values[day] ?? null;
        return (
          <p key={key} className="flex items-center justify-between gap-4">
            <span className="inline-flex items-center gap-1.5 text-muted">
              <SeriesKey look={look} />
              {label}
            </span>
            <span className={cn("tabular", value === null && "text-muted")}>
              {value === null ? "not told" : value.toLocaleString("en")}
            </span>
          </p>
        );
      })}
    </div>
  );
}
