import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Account, ConnectProvider } from "#lib/providers/connect-contract.ts";
import { readCredentials } from "./read-credentials.ts";
import type { Previous } from "./save-credentials.ts";

/**
 * What must become of an account's stored secrets when new ones take their place. Where deliveries are signed with them,
 * both sign for a while: the platform goes on using the old ones until the person is done changing them there.
 */
export async function previousSecrets(
  organizationId: string,
  provider: Pick<ConnectProvider, "id" | "webhookSecrets">,
  account: Account,
): Promise<Previous> {
  const { webhookSecrets } = provider;
  if (!webhookSecrets) return "forget";

  const { externalId } = account;
  const stored = await asSystem(async (tx) => {
    const [known] = await tx
      .select({ id: connections.id })
      .from(connections)
      .where(
        and(
          eq(connections.organizationId, organizationId),
          eq(connections.provider, provider.id),
          eq(connections.externalId, externalId),
        ),
      )
      .orderBy(desc(connections.connectedAt))
      .limit(1);
    return known && readCredentials(tx, known.id);
  });
  if (!stored?.ok) return "forget";

  const valuesOf = (secrets: Account["secrets"]) =>
    webhookSecrets({ externalId, secrets }).map(({ value }) => value);
  const signedWith = valuesOf(stored.value.secrets);
  // Typed once more unchanged, they must not push out those that may still sign.
  return valuesOf(account.secrets).some((value) => signedWith.includes(value)) ? "hold" : "keep";
}
