import "server-only";
import { and, eq, ne, notInArray } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { enqueueCheck } from "./enqueue-check.ts";

/**
 * Has everything looked at that rests on this person's grant, wherever it is connected. In the dialog they answer for all of
 * it anew: what they leave unticked there is withdrawn from accounts that were connected before, and nobody tells us.
 */
export async function checkSiblings(
  provider: ProviderId,
  authorizedBy: string | null,
  /** Looked at since the dialog already. */
  alreadyChecked: readonly string[],
): Promise<void> {
  if (authorizedBy === null) return;

  await asSystem(async (tx) => {
    const siblings = await tx
      .select({ id: connections.id })
      .from(connections)
      .where(
        and(
          eq(connections.provider, provider),
          eq(connections.authorizedByExternalId, authorizedBy),
          ne(connections.status, "disconnected"),
          notInArray(connections.id, [...alreadyChecked]),
        ),
      );
    for (const { id } of siblings) await enqueueCheck(tx, id, { cause: "error" });
  });
}
