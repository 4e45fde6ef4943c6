import "server-only";
import { and, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { connectionCredentials, connections } from "#drizzle/schema/connections.ts";
import { previousMark } from "#lib/connections/previous-mark.ts";
import { openSecrets } from "#lib/connections/read-credentials.ts";
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

  const found = await asSystem((tx) =>
    tx
      .select({
        id: connections.id,
        provider: connections.provider,
        externalId: connections.externalId,
        ciphertext: connectionCredentials.ciphertext,
        previousCiphertext: connectionCredentials.previousCiphertext,
      })
      .from(connections)
      .innerJoin(connectionCredentials, eq(connectionCredentials.connectionId, connections.id))
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
      .orderBy(desc(connections.connectedAt)),
  );

  const secrets: WebhookSecret[] = [];
  for (const { id, provider, externalId, ciphertext, previousCiphertext } of found) {
    const { webhookSecrets } = signing.find((candidate) => candidate.id === provider) ?? {};
    for (const sealed of [ciphertext, previousCiphertext]) {
      const opened = sealed && (await openSecrets(id, sealed));
      if (!opened || !webhookSecrets) continue;
      const named = webhookSecrets({ externalId, secrets: opened });
      secrets.push(...(sealed === ciphertext ? named : named.map(asPrevious)));
    }
  }
  return secrets.filter(({ value }, index) => secrets.findIndex((other) => other.value === value) === index);
}

/** Told apart by name, so that it shows whether the platform still signs with what was replaced. */
const asPrevious = ({ name, value }: WebhookSecret) => ({ name: `${name}${previousMark}`, value });
