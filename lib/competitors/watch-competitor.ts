import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { connections } from "#drizzle/schema/connections.ts";
import { competitors } from "#drizzle/schema/social.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { enqueueSync } from "#lib/sync/enqueue-sync.ts";
import { watchable } from "./watchable.ts";

/** Each costs calls at every sync, out of what the platform allows the account it is read through. */
export const mostCompetitors = 20;

export type WatchRefusal = "admins-only" | "too-many" | "no-reader" | "watched-already" | "enough-watched";

/** Begins to watch another business's public account, through an account of ours that can read it: it is read at once. */
export async function watchCompetitor(
  member: Member,
  { provider, handle }: { provider: ProviderId; handle: string },
  visitor: Visitor = {},
): Promise<Result<{ handle: string; through: string }, WatchRefusal>> {
  if (!hasRole(member, "admin")) return fail("admins-only");
  const { allowed } = await knock("settings", { userId: member.userId });
  if (!allowed) return fail("too-many");

  const { organizationId } = member;
  const readers = watchable().find((each) => each.provider === provider)?.readers ?? [];

  return asUser(member, async (tx) => {
    const [through] = await tx
      .select({ id: connections.id, displayName: connections.displayName })
      .from(connections)
      .where(
        and(
          eq(connections.organizationId, organizationId),
          inArray(
            connections.provider,
            readers.map(({ id }) => id),
          ),
          ne(connections.status, "disconnected"),
        ),
      )
      .orderBy(
        sql`array_position(array['healthy', 'checking', 'needs_attention', 'broken'], ${connections.status}::text)`,
        connections.connectedAt,
        connections.id,
      )
      .limit(1);
    if (!through) return fail("no-reader");
    if ((await tx.$count(competitors, eq(competitors.organizationId, organizationId))) >= mostCompetitors)
      return fail("enough-watched");

    const competitorId = uuidv7();
    // Written out: people may give these columns and no others.
    const added = await tx.execute(sql`
      insert into competitors (id, organization_id, provider, handle, connection_id, added_by)
      values (${competitorId}, ${organizationId}, ${provider}, ${handle}, ${through.id}, ${member.userId})
      on conflict (organization_id, provider, handle) do nothing returning id`);
    if (added.length === 0) return fail("watched-already");

    await recordAudit(tx, {
      organizationId,
      action: "competitor.added",
      targetType: "competitor",
      targetId: competitorId,
      metadata: { provider, name: handle },
      ...visitor,
    });
    await enqueueSync(tx, through.id, { cause: "person" });
    return ok({ handle, through: through.displayName });
  });
}
