import "server-only";
import { withClient } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import type { RejectionReason } from "#lib/providers/contract.ts";
import type { RefusedRequest } from "./rejection-sample.ts";
import { type HeldSample, takeSample, writeSamples } from "./rejection-samples.ts";

type Count = { minute: Date; sender: string; reason: RejectionReason; count: number };

const flushEveryMs = 1_000;
/** Reasons and senders are few, so more than this means minutes that could not be written: the oldest go. */
const mostHeld = 500;

let held = new Map<string, Count>();
let samples: HeldSample[] = [];
let timer: NodeJS.Timeout | undefined;
let flushing = Promise.resolve();

/**
 * Counts a refusal under its minute, and keeps the first of the minute to look at. Written at most once a second, so that
 * an attack costs rows per minute.
 */
export function countRejection(
  sender: string,
  reason: RejectionReason,
  request?: RefusedRequest,
  now = new Date(),
): void {
  const sample = request && takeSample(sender, reason, request, now);
  if (sample) samples.push(sample);
  add({ minute: new Date(Math.floor(now.getTime() / 60_000) * 60_000), sender, reason, count: 1 });
  writeSoon();
}

/** Writes what is held, after what is being written already; what cannot be written is kept for the next time. */
export function flushRejections(): Promise<void> {
  flushing = flushing.then(write);
  return flushing;
}

function writeSoon(): void {
  if (timer) return;
  timer = setTimeout(() => {
    timer = undefined;
    void flushRejections();
  }, flushEveryMs).unref();
}

async function write(): Promise<void> {
  const counts = [...held.values()];
  if (counts.length === 0) return;
  held = new Map();
  const toShow = samples;
  samples = [];

  try {
    await withClient(
      (sql) => sql`
      insert into webhook_rejections (minute, sender, reason, count)
      select minute, sender, reason, count
      from jsonb_to_recordset(${JSON.stringify(counts)}::text::jsonb)
        as c (minute timestamptz, sender text, reason text, count int)
      order by minute, sender, reason
      on conflict (minute, sender, reason) do update set count = webhook_rejections.count + excluded.count`,
    );
    await writeSamples(toShow).catch((error) => log().warn({ err: error }, "samples of rejections lost"));
  } catch (error) {
    log().warn({ err: error }, "webhook rejections not written yet");
    for (const count of counts) add(count);
    writeSoon();
  }
}

function add(count: Count): void {
  const key = `${count.minute.toISOString()} ${count.sender} ${count.reason}`;
  const before = held.get(key);
  if (before) before.count += count.count;
  else held.set(key, { ...count });

  for (const oldest of held.keys()) {
    if (held.size <= mostHeld) break;
    held.delete(oldest);
  }
}
