import type { Route } from "next";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { AnalyticsAccount } from "#lib/analytics/list-accounts.ts";

/** When the figures were last read, what is being read now, and what could not be. */
export function SyncLine({ accounts, home }: { accounts: AnalyticsAccount[]; home: string }) {
  const read = accounts.filter(({ isConnected, tells }) => isConnected && tells.length > 0);
  const oldest = read
    .flatMap(({ lastSyncedAt }) => lastSyncedAt ?? [])
    .toSorted((left, right) => left.getTime() - right.getTime())[0];
  const running = read.filter(({ lastRun }) => lastRun?.status === "running");
  const failed = read.filter(({ lastRun }) => lastRun?.status === "failed");

  return (
    <p className="text-muted">
      {oldest ? (
        <>
          {read.length > 1 ? "All read " : "Read "}
          <Time value={oldest} /> or later.
        </>
      ) : (
        read.length > 0 && "Not read yet."
      )}
      {running.map(({ id, displayName, lastRun }) => (
        <span key={id}>
          {" "}
          {displayName} is being read
          {lastRun?.stepsTotal ? `: ${lastRun.stepsDone} of ${lastRun.stepsTotal} steps done` : ""}.
        </span>
      ))}
      {failed.map(({ id, displayName }) => (
        <span key={id} className="text-bad">
          {" "}
          {displayName} could not be read the last time.{" "}
          <TextLink href={`${home}/connections/${id}` as Route}>See why</TextLink>
        </span>
      ))}
    </p>
  );
}
