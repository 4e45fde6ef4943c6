import type { Share } from "#components/reports/share-list.tsx";
import type { findDeliverable } from "#lib/deliverables/find-deliverable.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findDeliverable>>>["shares"][number];

/** A link as its report's page shows it. */
export function toShare({ revokedAt, madeBy, ...share }: Found, now: Date): Share {
  const state = revokedAt ? "revoked" : share.expiresAt <= now ? "expired" : "open";
  return { ...share, state, madeBy: madeBy ? `by ${madeBy}` : "for the monthly mail" };
}
