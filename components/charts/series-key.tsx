import { cn } from "#components/ui/cn.ts";
import type { DaySeries } from "./day-series.ts";

const looks = {
  main: "border-accent border-t-2",
  second: "border-ink border-t-2",
  before: "border-line-strong border-t-2 border-dashed",
};

/** A piece of the line, beside its name. */
export function SeriesKey({ look }: { look: DaySeries["look"] }) {
  return <span aria-hidden className={cn("inline-block w-3.5", looks[look])} />;
}
