import "server-only";
import { withClient } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";

/** A repeat whose event someone was holding when it came. */
export type HeldRepeat = { held_event_id: string; held_received_at: Date; times: number };

/** A count is worth waiting for, and neither worth much memory nor worth more than one session. */
const mostWaiting = 1_000;

let waiting = 0;
let counting = Promise.resolve();

/** Counts these once their events are free, one after another, while those who sent them have their answer. */
export function countRepeatsLater(held: HeldRepeat[]): void {
  const taken = held.slice(0, mostWaiting - waiting);
  waiting += taken.length;
  counting = taken.reduce((before, repeat) => before.then(() => count(repeat)), counting);
}

async function count({ held_event_id, held_received_at, times }: HeldRepeat): Promise<void> {
  try {
    await withClient((client) =>
      client.begin((sql) => [
        sql`set local lock_timeout = '60s'`,
        sql`select private.count_webhook_repeat(${held_event_id}::uuid, ${held_received_at}::timestamptz, ${times}::int)`,
      ]),
    );
  } catch (error) {
    log().warn({ err: error }, "a repeated event was not counted");
  } finally {
    waiting -= 1;
  }
}
