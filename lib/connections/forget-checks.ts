import "server-only";
import { and, asc, gt, inArray, lt, sql } from "drizzle-orm";
import { connectionChecks, connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";

const keptDays = 90;
/** Connections at a time: the index of checks begins with the connection, so each is a short look at its oldest ones. */
const chunk = 500;

/** Forgets checks no page shows any more. In pieces, so that no transaction holds its locks, or its dead rows, for long. */
export async function forgetChecks(): Promise<void> {
  for (let last: string | undefined; ; ) {
    const ids = await forgetChunk(last);
    if (ids.length < chunk) return;
    last = ids.at(-1);
  }
}

function forgetChunk(after: string | undefined): Promise<string[]> {
  return asSystem(async (tx) => {
    const rows = await tx
      .select({ id: connections.id })
      .from(connections)
      .where(after === undefined ? undefined : gt(connections.id, after))
      .orderBy(asc(connections.id))
      .limit(chunk);
    const ids = rows.map(({ id }) => id);
    const tooOld = lt(connectionChecks.checkedAt, sql`now() - make_interval(days => ${keptDays}::int)`);
    if (ids.length > 0) {
      await tx.delete(connectionChecks).where(and(inArray(connectionChecks.connectionId, ids), tooOld));
    }
    return ids;
  });
}
