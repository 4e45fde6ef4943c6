import type { ConnectionDetail, LatestCheck } from "#lib/connections/queries.ts";

/** Whether setting the events up again mends what the connection suffers from. */
export function isRepairable({ statusReason }: ConnectionDetail, check: LatestCheck | undefined): boolean {
  return (check?.lines ?? []).some(
    ({ repair, verdict, reason }) => repair && verdict !== "good" && reason === statusReason,
  );
}
