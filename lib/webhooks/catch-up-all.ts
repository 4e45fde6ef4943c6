import "server-only";
import { and, inArray, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { providers } from "#lib/providers/registry.ts";
import { enqueueCatchUp } from "./enqueue-catch-up.ts";

/** Spread, so that they do not all call at once, and done before the next turn. */
const spreadMs = 40 * 60_000;

/** Has every connection ask for what it missed, where its platform can tell: nobody knows of an outage of ours but we. */
export async function catchUpAll(): Promise<void> {
  const telling = providers.flatMap(({ id, catchUp }) => (catchUp ? [id] : []));
  if (telling.length === 0) return;

  await asSystem(async (tx) => {
    const live = await tx
      .select({ id: connections.id })
      .from(connections)
      .where(and(inArray(connections.provider, telling), ne(connections.status, "disconnected")));
    for (const { id } of live) {
      await enqueueCatchUp(tx, id, new Date(Date.now() + Math.random() * spreadMs));
    }
  });
}
