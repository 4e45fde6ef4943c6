import "server-only";
import { eq } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { organizations } from "#drizzle/schema/tenancy.ts";
import type { Transaction } from "#lib/db/client.ts";

/** What a mail about a connection tells of it, with how it is at this moment. */
export async function alertSubject(tx: Transaction, connectionId: string) {
  const [subject] = await tx
    .select({
      connectionId: connections.id,
      organizationId: connections.organizationId,
      provider: connections.provider,
      displayName: connections.displayName,
      status: connections.status,
      statusReason: connections.statusReason,
      statusSince: connections.statusSince,
      organizationName: organizations.name,
      organizationSlug: organizations.slug,
    })
    .from(connections)
    .innerJoin(organizations, eq(organizations.id, connections.organizationId))
    .where(eq(connections.id, connectionId));
  return subject;
}
