import "server-only";
import { and, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { readCredentials } from "#lib/connections/read-credentials.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { WebhookSecret, WebhookSender } from "#lib/providers/contract.ts";
import { providers } from "#lib/providers/registry.ts";

/** Longer than any account id; what is longer is not one. */
const longestAccountId = 200;

/**
 * What may have signed for this account: of its live connections, whether they are it or a part of it (`<account>:<part>`),
 * each secret once, the newest first.
 */
export async function accountSecrets(sender: WebhookSender, accountId: string): Promise<WebhookSecret[]> {
  const signing = providers.filter((provider) => provider.sender === sender && provider.webhookSecrets);
  if (signing.length === 0 || accountId === "" || accountId.length > longestAccountId) return [];

  const found = await asSystem(async (tx) => {
    const rows = await tx
      .select({
        id: connections.id,
        provider: connections.provider,
        externalId: connections.externalId,
      })
      .from(connections)
      .where(
        and(
          inArray(
            connections.provider,
            signing.map(({ id }) => id),
          ),
          or(
            eq(connections.externalId, accountId),
            // As a range, which the index on the account answers; a pattern it would not.
            and(
              sql`${connections.externalId} >= ${`${accountId}:`}`,
              sql`${connections.externalId} < ${`${accountId};`}`,
            ),
          ),
          ne(connections.status, "disconnected"),
        ),
      )
      .orderBy(desc(connections.connectedAt));
    const opened = [];
    for (const { id, provider, externalId } of rows) {
      const credentials = await readCredentials(tx, id);
      if (credentials.ok) opened.push({ provider, externalId, secrets: credentials.value.secrets });
    }
    return opened;
  });

  const secrets = found.flatMap(
    ({ provider, ...account }) => signing.find(({ id }) => id === provider)?.webhookSecrets?.(account) ?? [],
  );
  return secrets.filter(({ value }, index) => secrets.findIndex((other) => other.value === value) === index);
}
