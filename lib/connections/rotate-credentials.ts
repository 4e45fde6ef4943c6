import "server-only";
import { and, asc, eq, gt, ne, or } from "drizzle-orm";
import { connectionCredentials } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { reseal } from "./reseal.ts";
import { connectionPlace, secretsVault } from "./secrets-vault.ts";

const batchSize = 100;

export type Rotation = { rotated: number; unreadable: number };

/**
 * Seals every connection's secrets anew under the newest key, a batch to a transaction: interrupted at any moment, a
 * second run does the rest. What no key opens is counted and left as it is.
 */
export async function rotateCredentials(report: (soFar: Rotation) => void = () => {}): Promise<Rotation> {
  const total: Rotation = { rotated: 0, unreadable: 0 };
  let after: string | null = "00000000-0000-0000-0000-000000000000";

  while (after !== null) {
    after = await rotateBatch(after, total);
    report(total);
  }
  return total;
}

/** Returns the last id it looked at, or null when there was none left. */
async function rotateBatch(after: string, total: Rotation): Promise<string | null> {
  const { newestKeyId } = secretsVault();
  const { connectionId, ciphertext, keyId, previousCiphertext, previousKeyId } = connectionCredentials;

  return asSystem(async (tx) => {
    const batch = await tx
      .select({ connectionId, ciphertext, previousCiphertext })
      .from(connectionCredentials)
      .where(and(or(ne(keyId, newestKeyId), ne(previousKeyId, newestKeyId)), gt(connectionId, after)))
      .orderBy(asc(connectionId))
      .limit(batchSize)
      .for("update");

    for (const stored of batch) {
      const sealed = await reseal(stored.ciphertext, connectionPlace(stored.connectionId));
      if (!sealed) {
        total.unreadable += 1;
        continue;
      }
      // What was replaced and no key opens would sign for nobody any more.
      const previous = await (stored.previousCiphertext &&
        reseal(stored.previousCiphertext, connectionPlace(stored.connectionId)));
      await tx
        .update(connectionCredentials)
        .set({
          ciphertext: sealed.ciphertext,
          keyId: sealed.keyId,
          previousCiphertext: previous ? previous.ciphertext : null,
          previousKeyId: previous ? previous.keyId : null,
        })
        .where(eq(connectionId, stored.connectionId));
      total.rotated += 1;
    }
    return batch.at(-1)?.connectionId ?? null;
  });
}
