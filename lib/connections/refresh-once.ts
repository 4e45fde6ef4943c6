import "server-only";
import { eq } from "drizzle-orm";
import { connectionCredentials } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import type { Answer, ProviderFault } from "#lib/providers/connect-contract.ts";
import { faultVerdict } from "#lib/providers/fault-verdict.ts";
import { ok, type Result } from "#lib/result.ts";
import { clearRenewalMark, setRenewalMark } from "./renewal-mark.ts";
import { hasEnded, renewalRetryAt } from "./renewal-timing.ts";
import { type RenewedSecrets, storeRenewed } from "./store-renewed.ts";
import { type AccessProblem, type StoredAccess, storedAccess } from "./stored-access.ts";

/** `answer` is null when nobody had to be asked: someone else did so while we waited for our turn. */
export type Refreshed = { access: StoredAccess; answer: Answer<RenewedSecrets> | null };

const savingTries = 3;

/**
 * Asks the platform for new secrets while the stored ones are locked, and stores the answer before letting go. Whoever waits
 * for the lock reads what this leaves behind. An answer that cannot be stored at once is tried again: it exists nowhere else.
 */
export async function refreshOnce(
  connectionId: string,
  isNeeded: (access: StoredAccess) => boolean,
): Promise<Result<Refreshed, AccessProblem>> {
  let unsaved: { version: string; renewed: RenewedSecrets; refreshed: Refreshed } | undefined;

  try {
    return await asSystem(async (tx) => {
      const opened = await storedAccess(tx, connectionId, "lock");
      if (!opened.ok) return opened;
      const access = opened.value;
      const { provider, app, account, version } = access;
      if (!provider.renewal || !isNeeded(access)) return ok({ access, answer: null });

      const { wasThere } = await setRenewalMark(connectionId);
      const answer = await provider.renewal.refresh(app, account);
      if (answer.ok) {
        const refreshed = { access, answer };
        unsaved = { version, renewed: answer.value, refreshed };
        await storeRenewed(tx, connectionId, version, answer.value);
        return ok(refreshed);
      }
      const fault = trueReason(access, answer.error, wasThere);
      await noteFailure(tx, access, fault);
      return ok({ access, answer: { ok: false, error: fault } });
    });
  } catch (error) {
    if (!unsaved) throw error;
    log().error({ err: error, connectionId }, "renewed access not stored at once");
    await saveAnyway(connectionId, unsaved);
    return ok(unsaved.refreshed);
  }
}

async function saveAnyway(
  connectionId: string,
  { version, renewed }: { version: string; renewed: RenewedSecrets },
) {
  for (let left = savingTries; ; left -= 1) {
    try {
      return await asSystem((tx) => storeRenewed(tx, connectionId, version, renewed));
    } catch (error) {
      if (left === 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** A no to secrets that a lost answer may have replaced, or that have ended by the platform's own word, is told as what it is. */
function trueReason({ provider, life }: StoredAccess, fault: ProviderFault, wasLost: boolean): ProviderFault {
  const isFinal = faultVerdict(fault.kind) === "bad";
  if (isFinal && wasLost && fault.kind === "reauthorize") {
    return {
      ...fault,
      sentence: `The answer of the last renewal was lost, and ${provider.name} no longer accepts the old access.`,
      nextStep: "Reconnect it.",
    };
  }
  if (isFinal || !hasEnded(life, new Date())) return fault;
  return {
    ...fault,
    kind: "reauthorize",
    sentence: `The access has ended, and could not be renewed before. ${fault.sentence}`,
    nextStep: "Reconnect it.",
  };
}

async function noteFailure(tx: Transaction, access: StoredAccess, fault: ProviderFault): Promise<void> {
  const failures = access.renewal.failures + 1;
  await tx
    .update(connectionCredentials)
    .set({
      renewalFailures: failures,
      renewalRetryAt: renewalRetryAt({ failures, life: access.life, ...fault }, new Date()),
      renewalError: fault.sentence,
    })
    .where(eq(connectionCredentials.connectionId, access.connectionId));
  // No answer may mean that new secrets were made and never reached us.
  if (fault.kind !== "temporary") await clearRenewalMark(tx, access.connectionId);
}
