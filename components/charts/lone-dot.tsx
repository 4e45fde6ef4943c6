import type { DotItemDotProps } from "recharts";

type LoneDotProps = Pick<DotItemDotProps, "cx" | "cy" | "index" | "stroke"> & { values: (number | null)[] };

/** Draws a point only where both of its neighbours are gaps: no line would lead there, and the day would be lost. */
export function LoneDot({ values, cx, cy, index, stroke }: LoneDotProps) {
  const isKnown = (day: number) => typeof values[day] === "number";
  const isLone = isKnown(index) && !isKnown(index - 1) && !isKnown(index + 1);

  return isLone ? <circle cx={cx} cy={cy} r={2.5} fill={stroke} /> : null;
}
