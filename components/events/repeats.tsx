import { Copy } from "lucide-react";
import { Time } from "#components/ui/time.tsx";
import { TimelineStep } from "./timeline-step.tsx";

/** When the platform delivered the same event again. `times` are the newest of them, in the order they were. */
export function Repeats({ count, times }: { count: number; times: Date[] }) {
  return (
    <TimelineStep icon={Copy} title={count === 1 ? "Came once more" : `Came ${count} times more`}>
      <p>Platforms repeat deliveries. It was stored and worked off once.</p>
      {times.length > 0 && (
        <ul className="mt-1 grid gap-0.5 text-sm">
          {/* Two may share their millisecond: where they stand tells them apart, and they stand still. */}
          {times.map((at, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <Time value={at} show="exact" />
            </li>
          ))}
        </ul>
      )}
      {times.length < count && <p className="text-sm">Only the newest times are kept.</p>}
    </TimelineStep>
  );
}
