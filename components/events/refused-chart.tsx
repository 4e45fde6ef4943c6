import { Time } from "#components/ui/time.tsx";

type RefusedChartProps = { bars: number[]; from: Date; barMinutes: number };

/** How many were refused when, each bar as many minutes; the numbers themselves are in the table beside it. */
export function RefusedChart({ bars, from, barMinutes }: RefusedChartProps) {
  const highest = Math.max(1, ...bars);
  const barMs = barMinutes * 60_000;

  return (
    <div aria-hidden>
      <svg
        aria-hidden
        viewBox={`0 0 ${bars.length * 4} 40`}
        preserveAspectRatio="none"
        className="h-12 w-full border-line-strong border-b"
      >
        {bars.map((count, index) => {
          const at = new Date(from.getTime() + index * barMs).toISOString();
          const height = Math.max((count / highest) * 40, 1.5);
          return count === 0 ? null : (
            <rect key={at} x={index * 4} y={40 - height} width={3} height={height} className="fill-warn" />
          );
        })}
      </svg>
      <p className="mt-1 flex justify-between text-muted text-xs">
        <Time value={from} />
        <span>now</span>
      </p>
    </div>
  );
}
