import { chance } from "./chance.ts";
import type { ContentState } from "./content-of.ts";
import { pulse } from "./day-figure.ts";
import { type Day, dayMs, parseDay } from "./days.ts";
import { textOf } from "./texts.ts";

/** Something an account published, before a platform gives it its own shape. */
export type Published = { id: string; accountId: string; at: number; day: Day };

/** How an account names and times what it publishes: at most one a slot and day, by chance; slots in the order of the day. */
export type Schedule = {
  slots: readonly { key: string; hour: number; share: number }[];
  idOf: (day: Day, slot: string) => string;
};

type Planned = Published & { regrettedAt: number };
type Plan = { planned: Planned[]; upTo: Day };

const first = parseDay("2024-06-01");
/** What follows from account and date alone is worked out once. */
const plans = new Map<string, Plan>();

/** Everything that is to be seen now, newest first. */
export function publishedBy(
  { deleted }: ContentState,
  accountId: string,
  schedule: Schedule,
  now: number,
): Published[] {
  const isShown = ({ id, at, regrettedAt }: Planned) => at <= now && now < (deleted[id] ?? regrettedAt);
  return planUpTo(accountId, schedule, Math.floor(now / dayMs))
    .filter(isShown)
    .toReversed();
}

function planUpTo(accountId: string, { slots, idOf }: Schedule, last: Day): Planned[] {
  const key = [accountId, ...slots.map((slot) => slot.key)].join(" ");
  const plan = plans.get(key) ?? { planned: [], upTo: first - 1 };
  plans.set(key, plan);

  for (; plan.upTo < last; plan.upTo += 1) {
    const day = plan.upTo + 1;
    const taken = slots.filter((slot) => chance(accountId, slot.key, day) < slot.share);
    for (const slot of taken) {
      const minutes = slot.hour * 60 + Math.floor(chance(accountId, slot.key, day, "minute") * 100);
      const at = day * dayMs + minutes * 60_000;
      const id = idOf(day, slot.key);
      plan.planned.push({ id, accountId, at, day, regrettedAt: regrettedAt(id, at) });
    }
  }
  return plan.planned;
}

/** When its author thought better of it and took it down, which some do some days later. */
function regrettedAt(id: string, at: number): number {
  const days = 3 + Math.floor(chance(id, "regretted when") * 7);
  return chance(id, "regretted") < 0.03 ? at + days * dayMs : Number.POSITIVE_INFINITY;
}

/** How well a post does, against an ordinary one. */
export function luckOf(state: ContentState, { id, accountId, day }: Published): number {
  return pulse(state, accountId, day) * (0.5 + chance(id, "luck") * 1.2);
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
