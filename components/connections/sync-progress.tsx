import { Time } from "#components/ui/time.tsx";
import type { SyncRun } from "#lib/sync/find-sync.ts";

/** How far a run is: what it does now, and how much was found. */
export function SyncProgress({ run }: { run: SyncRun }) {
  const { kind, doing, stepsDone, stepsTotal, items, waitsUntil } = run;
  const isWaiting = waitsUntil !== null && waitsUntil.getTime() > Date.now();

  return (
    <div className="grid gap-1.5 rounded-md bg-sunken px-3 py-2.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">
          {kind === "first" ? "First sync" : "Sync"}: {doing ?? "Beginning"}
        </span>
        <span className="tabular text-muted text-sm">
          {items.toLocaleString("en")} read
          {stepsTotal !== null && `, step ${Math.min(stepsDone + 1, stepsTotal)} of ${stepsTotal}`}
        </span>
      </p>
      <progress
        className="h-1.5 w-full overflow-hidden rounded-full accent-accent"
        aria-label="How far the sync is"
        {...(stepsTotal !== null && { value: stepsDone, max: Math.max(stepsTotal, 1) })}
      />
      {isWaiting && (
        <p className="text-sm">
          It waits, and goes on where it is <Time value={waitsUntil} />. Nothing that was read is lost.
        </p>
      )}
      {kind === "first" && !isWaiting && (
        <p className="text-muted text-sm">
          You can leave this page: what was read is shown on Analytics already, and the rest follows.
        </p>
      )}
    </div>
  );
}
