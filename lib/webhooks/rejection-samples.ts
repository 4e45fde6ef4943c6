import "server-only";
import { withClient } from "#lib/db/client.ts";
import type { RejectionReason } from "#lib/providers/contract.ts";
import { type RefusedRequest, rejectionSample } from "./rejection-sample.ts";

export type HeldSample = ReturnType<typeof rejectionSample> & {
  sender: string;
  reason: RejectionReason;
  receivedAt: Date;
};

/** How many are kept of each sender and reason. */
export const samplesKept = 5;

/** The minute each cause was last sampled in. Senders and reasons are few, so this stays small. */
const lastSampled = new Map<string, number>();

/** A sample of this refusal, or nothing when its minute has one: what an attack writes must not grow with the attack. */
export function takeSample(
  sender: string,
  reason: RejectionReason,
  request: RefusedRequest,
  now: Date,
): HeldSample | undefined {
  const minute = Math.floor(now.getTime() / 60_000);
  const cause = `${sender} ${reason}`;
  if (lastSampled.get(cause) === minute) return undefined;

  lastSampled.set(cause, minute);
  return { sender, reason, receivedAt: now, ...rejectionSample(request) };
}

/** Writes samples, and lets go of the oldest beyond the few that are kept of each cause. */
export async function writeSamples(samples: readonly HeldSample[]): Promise<void> {
  if (samples.length === 0) return;

  await withClient(
    (sql) => sql`
    with added as (
      insert into webhook_rejection_samples (sender, reason, received_at, method, path, headers, body_bytes)
      select sender, reason, "receivedAt", method, path, headers, "bodyBytes"
      from jsonb_to_recordset(${JSON.stringify(samples)}::text::jsonb) as s (
        sender text, reason text, "receivedAt" timestamptz, method text, path text, headers jsonb, "bodyBytes" int)
      returning sender, reason
    ), ranked as (
      -- The statement does not see what it adds itself, which takes its place among those that are kept.
      select id, row_number() over (partition by sender, reason order by received_at desc, id)
        + (select count(*) from added a where (a.sender, a.reason) = (k.sender, k.reason)) as place
      from webhook_rejection_samples k
      where (sender, reason) in (select sender, reason from added)
    )
    delete from webhook_rejection_samples where id in (select id from ranked where place > ${samplesKept}::int)`,
  );
}
