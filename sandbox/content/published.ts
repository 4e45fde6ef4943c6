import { chance } from "./chance.ts";
import type { ContentState } from "./content-of.ts";
import { pulse } from "./day-figure.ts";
import { type Day, dayMs, parseDay } from "./days.ts";
import { textOf } from "./texts.ts";

/** Something an account published, before a platform gives it its own shape. */
export type Published = {
  id: string;
  accountId: string;
  at: number;
  day: Day;
  /** How well it does, against an ordinary one. */
  luck: number;
};

const first = parseDay("2024-06-01");

/** How an account names and times what it publishes: `perDay` at most one a slot, each slot taken by chance. */
export type Schedule = {
  slots: readonly { key: string; hour: number; share: number }[];
  idOf: (day: Day, slot: string) => string;
};

/** Everything that is to be seen now, newest first. */
export function publishedBy(
  state: ContentState,
  accountId: string,
  { slots, idOf }: Schedule,
  { from = first, to }: { from?: Day; to: number },
): Published[] {
  const all: Published[] = [];
  const last = Math.floor(to / dayMs);
  for (let day = Math.max(first, from); day <= last; day += 1) {
    for (const { key, hour, share } of slots) {
      if (chance(accountId, key, day) >= share) continue;
      const minutes = hour * 60 + Math.floor(chance(accountId, key, day, "minute") * 100);
      const at = day * dayMs + minutes * 60_000;
      const id = idOf(day, key);
      if (at > to || (takenDownAt(state, id, at) ?? Number.POSITIVE_INFINITY) <= to) continue;
      const luck = pulse(state, accountId, day) * (0.5 + chance(id, "luck") * 1.2);
      all.push({ id, accountId, at, day, luck });
    }
  }
  return all.sort((one, other) => other.at - one.at);
}

/** When a post was deleted, if it was: by hand, or because its author thought better of it some days later. */
function takenDownAt({ deleted }: ContentState, id: string, at: number): number | null {
  if (deleted[id]) return deleted[id];
  return chance(id, "regretted") < 0.03
    ? at + (3 + Math.floor(chance(id, "regretted when") * 7)) * dayMs
    : null;
}

/** What a post says now, and when that was last changed. */
export function wordsOf({ edited }: ContentState, { id, at }: Published) {
  const change = edited[id];
  return change ? { text: change.text || null, changedAt: change.at } : { text: textOf(id), changedAt: at };
}

/** A count that grows, most of it in the first days; `slowness` is in days. Platforms count anew every six hours. */
export function grown(final: number, at: number, now: number, slowness = 1.7): number {
  const age = Math.max(0, countedUntil(now) - at) / dayMs;
  return age > 30 * slowness ? final : Math.floor(final * (1 - Math.exp(-age / slowness)));
}

/** The moment up to which platforms have counted. */
export function countedUntil(now: number): number {
  const every = 6 * 3_600_000;
  return Math.floor(now / every) * every;
}
