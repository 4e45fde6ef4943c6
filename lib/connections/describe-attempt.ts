import "server-only";
import type { Member } from "#lib/organizations/membership.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { type AttemptOutcome, readOutcome } from "./attempt-outcome.ts";
import { type Attempt, findAttempt } from "./find-attempt.ts";

/** `working`: the answer was taken and is being redeemed. `interrupted`: it was, and nothing came of it. */
export type AttemptStage =
  | "waiting"
  | "expired"
  | "working"
  | "interrupted"
  | "choosing"
  | "lapsed"
  | "ended";

export type AttemptView = {
  id: string;
  provider: { id: string; name: string; accountNoun: { one: string; many: string } };
  reconnect: { connectionId: string; name: string } | null;
  stage: AttemptStage;
  outcome: AttemptOutcome | null;
  /** Whether what was granted can still be chosen from, after an ending too. */
  canChoose: boolean;
};

/** Redeeming takes a few calls to the platform; by then it is done or its process is gone. */
const redeemingMs = 60_000;

/** A person's own attempt as its page shows it, with nothing secret; undefined for anyone else's. */
export async function describeAttempt(
  member: Member,
  attemptId: string,
  now = new Date(),
): Promise<AttemptView | undefined> {
  const attempt = await findAttempt(member, attemptId);
  const provider = attempt && findProvider(attempt.provider);
  if (!provider) return undefined;

  const { id, name, accountNoun } = provider;
  return {
    id: attempt.id,
    provider: { id, name, accountNoun },
    reconnect: attempt.reconnectConnectionId
      ? { connectionId: attempt.reconnectConnectionId, name: attempt.reconnectName ?? name }
      : null,
    stage: stageOf(attempt, now),
    outcome: readOutcome(attempt.outcome),
    canChoose: attempt.grantCiphertext !== null && attempt.expiresAt > now,
  };
}

function stageOf({ outcome, consumedAt, grantCiphertext, expiresAt }: Attempt, now: Date): AttemptStage {
  if (outcome !== null) return "ended";
  if (consumedAt === null) return expiresAt > now ? "waiting" : "expired";
  if (grantCiphertext !== null) return expiresAt > now ? "choosing" : "lapsed";
  if (expiresAt <= now) return "lapsed";
  return now.getTime() - consumedAt.getTime() < redeemingMs ? "working" : "interrupted";
}
