import "server-only";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { ProviderFault } from "#lib/providers/connect-contract.ts";
import type { Limit } from "#lib/providers/limits.ts";
import type { StoredAccess } from "./stored-access.ts";

const usualPauseSeconds = 5 * 60;
const longestPauseSeconds = 24 * 60 * 60;
/** Of the quota: what is left is for people who wait for an answer. */
const almostSpentPercent = 95;

/**
 * Holds back this one connection's background calls if the platform has just asked for fewer, by a refusal or by what it
 * said of its quota. No other connection is touched.
 */
export async function pauseIfAsked(
  {
    connectionId,
    organizationId,
    provider,
  }: Pick<StoredAccess, "connectionId" | "organizationId" | "provider">,
  limit: Limit | null,
  fault: ProviderFault | null,
): Promise<void> {
  const refusal = fault?.kind === "rate_limited" ? fault : null;
  // A checklist swallows the refusals it met; what was noted of them is left.
  const isRefused = refusal !== null || limit?.isRefused === true;
  const isAlmostSpent = (limit?.percentUsed ?? 0) >= almostSpentPercent;
  const asked = refusal?.retryAfterSeconds ?? limit?.regainSeconds ?? null;
  if (!isRefused && !isAlmostSpent && !asked) return;

  const seconds = Math.min(asked ?? usualPauseSeconds, longestPauseSeconds);
  const until = new Date(Date.now() + seconds * 1000);
  const reason =
    isAlmostSpent && !isRefused
      ? `${Math.round(limit?.percentUsed ?? 0)} % of what ${provider.name} allows is used up.`
      : `${provider.name} asked for fewer calls.`;
  await asSystem(async (tx) => {
    const paused = await tx
      .update(connections)
      .set({ pausedUntil: until, pauseReason: reason })
      .where(
        and(
          eq(connections.id, connectionId),
          or(isNull(connections.pausedUntil), lt(connections.pausedUntil, until)),
        ),
      )
      .returning({ id: connections.id });
    if (paused.length > 0) await notifyOrganization(tx, organizationId, "connections");
  });
}

/** What a background call gets to hear while its connection is paused. */
export function pausedFault({ until, reason }: NonNullable<StoredAccess["pause"]>): ProviderFault {
  return {
    kind: "rate_limited",
    sentence: reason,
    nextStep: "Calls go on by themselves.",
    code: null,
    traceId: null,
    retryAfterSeconds: Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000)),
  };
}
