import type { Replay } from "#lib/webhooks/read-replays.ts";
import type { replayFigures } from "#lib/webhooks/replay-figures.ts";
import { duration } from "./duration.ts";
import { timeLeft } from "./time-left.ts";

type ReplayProgressProps = {
  replay: Pick<Replay, "status" | "processed" | "failed" | "skipped" | "started">;
  figures: ReturnType<typeof replayFigures>;
  /** The dry run saw only a part of what was chosen. */
  isAtLeast: boolean;
};

/** How far a replay is, how fast it goes and how it ended. */
export function ReplayProgress({ replay, figures, isAtLeast }: ReplayProgressProps) {
  const { status, processed, failed, skipped } = replay;
  const { ran, total, share, tookMs, leftMs, waiting } = figures;
  const isRunning = status === "running";
  const percent = Math.floor(share * 100);
  const of = `${total.toLocaleString("en")}${isRunning && isAtLeast ? " or more" : ""}`;

  return (
    <div className="grid gap-4">
      <div className="grid gap-1.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="tabular text-lg">
            <span className="font-semibold">{ran.toLocaleString("en")}</span> of {of} have run
          </p>
          <p className="tabular text-muted">{isRunning ? paceWords(figures) : `Took ${duration(tookMs)}`}</p>
        </div>
        <div
          role="progressbar"
          aria-label="Events that have run"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          className="h-2.5 overflow-hidden rounded-full bg-sunken"
        >
          <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
        </div>
        {isRunning && leftMs !== null && (
          <p className="text-muted text-sm">About {timeLeft(leftMs)} to go. You can leave this page.</p>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Figure label="Succeeded" value={processed} />
        <Figure label="Failed" value={failed} tone={failed > 0 ? "text-bad" : undefined} />
        <Figure label={isRunning ? "Under way" : "Waiting"} value={waiting} />
        <Figure label="Skipped" value={skipped} />
      </dl>
    </div>
  );
}

function paceWords({ perSecond }: ReturnType<typeof replayFigures>): string {
  if (perSecond === 0) return "Starting";
  return perSecond < 10
    ? `${perSecond.toFixed(1)} a second`
    : `${Math.round(perSecond).toLocaleString("en")} a second`;
}

function Figure({ label, value, tone }: { label: string; value: number; tone?: string }) {
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className={`tabular font-semibold text-lg ${tone ?? ""}`}>{value.toLocaleString("en")}</dd>
    </div>
  );
}
