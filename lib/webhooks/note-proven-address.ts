import "server-only";
import { webhookAddresses } from "#drizzle/schema/webhooks.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { log } from "#lib/log.ts";

/** Remembers that this sender just had our address proved to it. A note for the checklist: it never costs the answer. */
export async function noteProvenAddress(sender: string, provenAt = new Date()): Promise<void> {
  try {
    await asSystem((tx) =>
      tx
        .insert(webhookAddresses)
        .values({ sender, provenAt })
        .onConflictDoUpdate({ target: webhookAddresses.sender, set: { provenAt } }),
    );
  } catch (error) {
    log().error({ err: error, sender }, "proved address not noted");
  }
}
