import "server-only";
import { eq } from "drizzle-orm";
import { webhookAddresses } from "#drizzle/schema/webhooks.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { HealthLine, Provider } from "#lib/providers/connect-contract.ts";
import { toldInstant } from "./told-instant.ts";

/** The demand comes every 72 hours, where it comes at all; some time for the platform's own delays. */
const overdueMs = 80 * 60 * 60_000;

/** Whether our address is still proved to a platform that demands it again and again; nothing for one that never has. */
export async function addressLine(
  tx: Transaction,
  { name, sender }: Pick<Provider, "name" | "sender">,
  now: Date,
): Promise<HealthLine[]> {
  const [address] = await tx.select().from(webhookAddresses).where(eq(webhookAddresses.sender, sender.id));
  if (!address) return [];

  const line = { id: "address", title: "Webhook address" };
  const proven = toldInstant(address.provenAt);
  if (now.getTime() - address.provenAt.getTime() <= overdueMs) {
    return [{ ...line, verdict: "good", reason: `${name} last made sure of it at ${proven}.` }];
  }
  return [
    {
      ...line,
      verdict: "warn",
      reason: `${name} makes sure of it every three days, and last did at ${proven}: it may have switched our webhook off. Look at the event subscription in its console.`,
    },
  ];
}
