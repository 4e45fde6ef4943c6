import "server-only";
import type { Delivery, Reading, WebhookSecret, WebhookSender } from "#lib/providers/contract.ts";
import { readingContext } from "./reading-context.ts";
import { rememberedSecrets } from "./remembered-secrets.ts";

/**
 * What the sender makes of a delivery. One that fits nothing we remember of its account is read again if the database
 * knows better: secrets may have changed a moment ago, and a platform may not send it twice.
 */
export async function senderReading(sender: WebhookSender, delivery: Delivery): Promise<Reading> {
  let asked: { accountId: string; secrets: WebhookSecret[] } | undefined;
  const context = readingContext(sender, async (accountId) => {
    const secrets = await rememberedSecrets(sender, accountId);
    asked = { accountId, secrets };
    return secrets;
  });
  const reading = await sender.read(delivery, context);
  if (!asked || !fitsNothing(reading)) return reading;

  const { accountId, secrets } = asked;
  const anew = await rememberedSecrets(sender, accountId, true);
  // The same list: it was asked for just now.
  if (anew === secrets) return reading;
  return sender.read(
    delivery,
    readingContext(sender, async (id) => (id === accountId ? anew : [])),
  );
}

function fitsNothing(reading: Reading): boolean {
  return reading.kind === "refused" && ["bad_signature", "unknown_account"].includes(reading.reason);
}
