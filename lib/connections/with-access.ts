import "server-only";
import { asSystem } from "#lib/db/as-system.ts";
import type { Account, Answer, AppCredentials } from "#lib/providers/connect-contract.ts";
import { faultVerdict } from "#lib/providers/fault-verdict.ts";
import { withLimits } from "#lib/providers/limits.ts";
import { accessFault } from "./access-fault.ts";
import { enqueueCheck } from "./enqueue-check.ts";
import { pausedFault, pauseIfAsked } from "./pause.ts";
import { renewAccess } from "./renew-access.ts";
import type { StoredAccess } from "./stored-access.ts";

type Call<Value> = (app: AppCredentials, account: Account) => Promise<Answer<Value>>;

type Options = {
  /** Someone waits for the answer: then a pause does not hold it back. */
  isUrgent?: boolean;
};

/**
 * Calls a platform for a connection with access that is renewed when it is due, and once more when the platform refuses it.
 * A rate limit pauses this connection; access that has ended has it looked at. Never call this inside a transaction.
 */
export async function withAccess<Value>(
  connectionId: string,
  call: Call<Value>,
  { isUrgent = false }: Options = {},
): Promise<Answer<Value>> {
  const opened = await renewAccess(connectionId);
  if (!opened.ok) return { ok: false, error: accessFault(opened.error) };
  const { access, fault } = opened.value;
  if (fault) return { ok: false, error: fault };
  if (access.pause && !isUrgent) return { ok: false, error: pausedFault(access.pause) };

  const answer = await limited(access, call);
  if (answer.ok || faultVerdict(answer.error.kind) !== "bad") return answer;
  if (answer.error.kind !== "reauthorize" || !access.provider.renewal) return ended(connectionId, answer);

  const renewed = await renewAccess(connectionId, access.version);
  if (!renewed.ok) return { ok: false, error: accessFault(renewed.error) };
  if (renewed.value.fault) return { ok: false, error: renewed.value.fault };
  const second = await limited(renewed.value.access, call);
  return second.ok || faultVerdict(second.error.kind) !== "bad" ? second : ended(connectionId, second);
}

async function limited<Value>(access: StoredAccess, call: Call<Value>): Promise<Answer<Value>> {
  const { value: answer, limit } = await withLimits(() => call(access.app, access.account));
  await pauseIfAsked(access, limit, answer.ok ? null : answer.error);
  return answer;
}

async function ended<Value>(connectionId: string, answer: Answer<Value>): Promise<Answer<Value>> {
  await asSystem((tx) => enqueueCheck(tx, connectionId, { cause: "error" }));
  return answer;
}
