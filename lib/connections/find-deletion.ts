import "server-only";
import { eq } from "drizzle-orm";
import { dataDeletionRequests } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";

/** How far a deletion is, for whoever holds its code; it names no one. */
export async function findDeletion(code: string) {
  const { status, requestedAt, completedAt } = dataDeletionRequests;

  const [request] = await asSystem((tx) =>
    tx
      .select({ status, requestedAt, completedAt })
      .from(dataDeletionRequests)
      .where(eq(dataDeletionRequests.code, code)),
  );
  return request;
}
