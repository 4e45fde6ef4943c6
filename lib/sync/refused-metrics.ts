import { z } from "zod";
import type { SyncStep } from "#lib/providers/synchronization.ts";

const hoursUntilAskedAgain = 24;

const Refused = z.record(z.string(), z.object({ until: z.iso.datetime(), sentence: z.string() })).catch({});

/** What a platform refuses to tell of an account, by its own name of the metric, as `sync_states.refused` holds it. */
export type RefusedMetrics = z.infer<typeof Refused>;

/** The refusals that still hold; the others are to be tried again. */
export function refusedNow(stored: unknown, now: Date): RefusedMetrics {
  const entries = Object.entries(Refused.parse(stored));
  return Object.fromEntries(entries.filter(([, { until }]) => new Date(until) > now));
}

/** With what was refused just now: it is not asked for again for a day. */
export function withRefused(
  known: RefusedMetrics,
  refused: NonNullable<SyncStep["refused"]>,
  now: Date,
): RefusedMetrics {
  const until = new Date(now.getTime() + hoursUntilAskedAgain * 60 * 60_000).toISOString();
  return {
    ...known,
    ...Object.fromEntries(refused.map(({ metric, sentence }) => [metric, { until, sentence }])),
  };
}
