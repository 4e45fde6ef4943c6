import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { lane } from "#lib/jobs/lane.ts";
import type { ConnectProvider } from "#lib/providers/connect-contract.ts";
import type { TokenLife } from "#lib/providers/renewal.ts";
import { renewalTime } from "./renewal-timing.ts";

/** The one renewal of a connection that waits for its time. */
export const renewalKey = (connectionId: string) => `connection.renew:${connectionId}`;

/** Queues the next renewal of a connection, in place of any that waits; nothing where access is not renewed. */
export async function scheduleRenewal(
  tx: Transaction,
  connectionId: string,
  provider: Pick<ConnectProvider, "renewal">,
  { life, renewal }: { life: TokenLife; renewal: { retryAt: Date | null } },
): Promise<void> {
  const due = renewalTime(provider.renewal, life);
  if (!due) return;

  const runAt = renewal.retryAt && renewal.retryAt > due ? renewal.retryAt : due;
  const queue = lane("renewals", connectionId);
  await enqueue(tx, "connection.renew", { connectionId }, { key: renewalKey(connectionId), queue, runAt });
}
