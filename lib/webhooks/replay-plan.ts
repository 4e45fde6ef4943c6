import "server-only";
import { and, eq, lte, sql } from "drizzle-orm";
import { profiles } from "#drizzle/schema/tenancy.ts";
import { webhookReplays } from "#drizzle/schema/webhook-log.ts";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { beyondEvent } from "./beyond-event.ts";
import { type ReplayFate, replayFates } from "./replay-fate.ts";
import { type ReplaySelection, selectedEvents } from "./replay-selection.ts";
import { replaySlice } from "./replay-slice.ts";

/** Looked at in slices, so that a selection of any size gives an answer in time: all of it, or “at least this”. */
const bounds = { events: 500_000, slice: 20_000, milliseconds: 3_000 };

export type ReplayPlan = {
  /** How many events of the selection would meet which fate. */
  counts: Record<ReplayFate, number>;
  /** Who runs the replays that took some. */
  takenBy: string[];
  /** Chosen one by one, and not found: too old by now, or not this organization's. */
  missing: number;
  /** False when there are more than could be counted. */
  isComplete: boolean;
};

/** The dry run: what a replay of this selection would do now. Changes nothing. */
export async function replayPlan(
  member: Member,
  selection: ReplaySelection,
  { now = new Date(), ...limits }: Partial<typeof bounds> & { now?: Date } = {},
): Promise<ReplayPlan> {
  const { events, slice, milliseconds } = { ...bounds, ...limits };
  const selected = and(
    selectedEvents(member.organizationId, selection, now),
    lte(webhookEvents.receivedAt, now),
  );
  const running = await runningReplays(member);
  const counts = Object.fromEntries(replayFates.map((each) => [each, 0])) as ReplayPlan["counts"];
  const takers = new Set<string>();

  const until = performance.now() + milliseconds;
  let looked = 0;
  let last: string | undefined;
  let isComplete = false;
  while (!isComplete && looked < events && performance.now() < until) {
    const beyond = and(selected, last ? beyondEvent(last) : undefined);
    const rows = await replaySlice(member, beyond, {
      otherReplays: [...running.keys()],
      limit: slice,
      milliseconds: until - performance.now(),
    });
    if (!rows) break;

    const before = looked;
    for (const { fate, replayId, count, last: end } of rows) {
      counts[fate] += count;
      looked += count;
      last = end;
      if (fate === "taken") takers.add(running.get(replayId ?? "") ?? "someone");
    }
    isComplete = looked - before < slice;
  }

  const missing = "ids" in selection ? selection.ids.length - looked : 0;
  return { counts, takenBy: [...takers], missing, isComplete };
}

/** The replays under way here, each with the name of who runs it. */
async function runningReplays(member: Member): Promise<Map<string, string>> {
  const rows = await asUser(member, (tx) =>
    tx
      .select({
        id: webhookReplays.id,
        name: sql<string | null>`coalesce(${profiles.name}, ${profiles.email})`,
      })
      .from(webhookReplays)
      .leftJoin(profiles, eq(profiles.id, webhookReplays.requestedBy))
      .where(
        and(eq(webhookReplays.organizationId, member.organizationId), eq(webhookReplays.status, "running")),
      ),
  );
  return new Map(rows.map(({ id, name }) => [id, name ?? "a former member"]));
}
