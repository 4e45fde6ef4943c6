import "server-only";
import { asSystem } from "#lib/db/as-system.ts";
import type { ProviderFault } from "#lib/providers/connect-contract.ts";
import { ok, type Result } from "#lib/result.ts";
import { afterRenewal } from "./after-renewal.ts";
import { inTurn } from "./in-turn.ts";
import { refreshOnce } from "./refresh-once.ts";
import { renewalPending } from "./renewal-pending.ts";
import { hasExpired } from "./renewal-timing.ts";
import { type AccessProblem, type StoredAccess, storedAccess } from "./stored-access.ts";

/** The access as it is now. With a fault it could not be renewed, and calling with it would be of no use. */
export type RenewedAccess = { access: StoredAccess; fault: ProviderFault | null };

const underWay = new Map<string, Promise<Result<RenewedAccess, AccessProblem>>>();

/**
 * A connection's access, renewed first if that is due, or if the platform has just refused `refusedVersion` and nobody has
 * renewed it since. Of all that ask at once, in every process, one asks the platform and the rest use what it got.
 */
export function renewAccess(
  connectionId: string,
  refusedVersion?: string,
): Promise<Result<RenewedAccess, AccessProblem>> {
  const key = `${connectionId} ${refusedVersion ?? ""}`;
  const known = underWay.get(key);
  if (known) return known;

  const renewing = renew(connectionId, refusedVersion).finally(() => underWay.delete(key));
  underWay.set(key, renewing);
  return renewing;
}

async function renew(
  connectionId: string,
  refusedVersion: string | undefined,
): Promise<Result<RenewedAccess, AccessProblem>> {
  const seen = await asSystem((tx) => storedAccess(tx, connectionId));
  if (!seen.ok || !isDue(seen.value, refusedVersion))
    return seen.ok ? ok(unrenewed(seen.value, refusedVersion)) : seen;

  const outcome = await inTurn(() => refreshOnce(connectionId, (access) => isDue(access, refusedVersion)));
  if (!outcome.ok) return outcome;
  const { access, answer } = outcome.value;
  if (!answer) return ok(unrenewed(access, refusedVersion));

  const fault = await afterRenewal(access, answer);
  const now = await asSystem((tx) => storedAccess(tx, connectionId));
  if (!now.ok) return now;
  const isOfNoUse = fault && (refusedVersion === now.value.version || hasExpired(now.value.life, new Date()));
  return ok({ access: now.value, fault: isOfNoUse ? fault : null });
}

function isDue({ provider, life, renewal, version }: StoredAccess, refusedVersion?: string): boolean {
  const now = new Date();
  if (!provider.renewal || (renewal.retryAt && renewal.retryAt > now)) return false;
  if (refusedVersion !== undefined) return version === refusedVersion;

  const dueAt = provider.renewal.dueAt(life);
  return dueAt !== null && dueAt <= now;
}

/** Nobody asked the platform: either there was no need, or the last no was a moment ago. */
function unrenewed(access: StoredAccess, refusedVersion?: string): RenewedAccess {
  const isRefused = refusedVersion === access.version || hasExpired(access.life, new Date());
  const isWaiting = access.provider.renewal !== null && access.renewal.retryAt !== null;
  return { access, fault: isRefused && isWaiting ? renewalPending(access) : null };
}
