import { webhookEventViews } from "#drizzle/schema/webhook-log.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";

/** A view that everyone in the demo organization finds under Views. */
export async function saveDemoView({ userId, organizationId }: Member): Promise<void> {
  await asUser({ userId }, (tx) =>
    tx
      .insert(webhookEventViews)
      .values({
        organizationId,
        createdBy: userId,
        name: "Given up on",
        query: "status=dead",
        isShared: true,
      })
      .onConflictDoNothing(),
  );
}
