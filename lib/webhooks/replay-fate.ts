import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";

export const replayFates = ["run", "succeeded", "waiting", "taken", "disconnected", "removed"] as const;

/**
 * What a replay does with an event: it runs, or has succeeded already, waits for its turn anyway, was taken by another
 * replay, or its account is disconnected or removed. Asked by the dry run and by the replay itself, so that they agree.
 */
export type ReplayFate = (typeof replayFates)[number];

/** The fate of each of `webhook_events` left-joined to `connections`, beside replays with these ids. */
export function replayFate(otherReplays: string[]): SQL<ReplayFate> {
  return sql<ReplayFate>`case
    when ${inArray(webhookEvents.replayId, otherReplays)} then 'taken'
    when ${connections.id} is null then 'removed'
    when ${connections.status} = 'disconnected' then 'disconnected'
    when ${webhookEvents.status} = 'pending' then 'waiting'
    when ${webhookEvents.status} = 'processed' then 'succeeded'
    else 'run' end`;
}
