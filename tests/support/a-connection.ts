import { randomInt } from "node:crypto";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Organization } from "./an-organization.ts";

/** A connected Facebook Page with an id of its own, stored as connecting leaves it. */
export async function aConnection(
  organization: Organization,
  values: Partial<typeof connections.$inferInsert> = {},
) {
  const [connection] = await asSystem((tx) =>
    tx
      .insert(connections)
      .values({
        organizationId: organization.id,
        provider: "facebook",
        externalId: `1${randomInt(1e12, 1e13 - 1)}`,
        displayName: "Harbour Bakery",
        status: "healthy",
        connectedBy: organization.owner.userId,
        ...values,
      })
      .returning(),
  );
  if (!connection) throw new Error("the connection was not stored");
  return connection;
}
