import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Account, ConnectProvider, Secrets } from "#lib/providers/connect-contract.ts";
import { readCredentials } from "./read-credentials.ts";
import type { Previous } from "./save-credentials.ts";

/** What is to be stored, and what becomes of that which it takes the place of. */
export type Replacement = { secrets: Secrets; previous: Previous };

/**
 * New secrets for an account that may have older ones here. Some things outlive the older ones inside the new. Where
 * deliveries are signed with them, both sign for a while: the platform goes on using the old ones until the person is done
 * changing them there.
 */
export async function replaceSecrets(
  organizationId: string,
  { id, webhookSecrets, carryOver }: Pick<ConnectProvider, "id" | "webhookSecrets" | "carryOver">,
  { externalId, secrets }: Account,
): Promise<Replacement> {
  if (!webhookSecrets && !carryOver) return { secrets, previous: "forget" };

  const stored = await asSystem(async (tx) => {
    const [known] = await tx
      .select({ id: connections.id })
      .from(connections)
      .where(
        and(
          eq(connections.organizationId, organizationId),
          eq(connections.provider, id),
          eq(connections.externalId, externalId),
        ),
      )
      .orderBy(desc(connections.connectedAt))
      .limit(1);
    return known && readCredentials(tx, known.id);
  });
  if (!stored?.ok) return { secrets, previous: "forget" };

  const before = stored.value.secrets;
  const valuesOf = (held: Secrets) =>
    webhookSecrets?.({ externalId, secrets: held }).map(({ value }) => value) ?? [];
  // Typed once more unchanged, they must not push out those that may still sign.
  const isSigningAlready = valuesOf(secrets).some((value) => valuesOf(before).includes(value));
  return {
    secrets: carryOver?.(before, secrets) ?? secrets,
    previous: !webhookSecrets ? "forget" : isSigningAlready ? "hold" : "keep",
  };
}
