import "server-only";
import { asSystem } from "#lib/db/as-system.ts";
import type { HealthLine, Provider } from "#lib/providers/connect-contract.ts";
import type { Limit } from "#lib/providers/limits.ts";
import { addressLine } from "./address-line.ts";
import { eventsLine } from "./events-line.ts";
import { limitLine } from "./limit-line.ts";

/**
 * What is on every connection's checklist whatever its platform: do events arrive, is our address still proved where that is
 * demanded, and how much of the quota is left.
 */
export function ownLines(
  connectionId: string,
  provider: Provider,
  limit: Limit | null,
  now = new Date(),
): Promise<HealthLine[]> {
  return asSystem(async (tx) => [
    await eventsLine(tx, connectionId, provider, now),
    ...(await addressLine(tx, provider, now)),
    await limitLine(tx, connectionId, provider, { limit, now }),
  ]);
}
