import { AsyncLocalStorage } from "node:async_hooks";

/**
 * How much of a platform's quota is spent, in percent, and how long it asks to be left alone. Null: not said.
 * `isRefused`: it answered a call with no more than that there were too many.
 */
export type Limit = { percentUsed: number | null; regainSeconds: number | null; isRefused?: boolean };

const notebook = new AsyncLocalStorage<{ worst: Limit | null }>();

/** Notes what a platform said of its quota with one answer, for whoever wrapped the call in `withLimits`. */
export function noteLimit(limit: Limit): void {
  const notes = notebook.getStore();
  if (notes && saysSomething(limit)) notes.worst = worse(notes.worst ?? nothing, limit);
}

/**
 * Does the work and tells the worst that the platforms said of their quotas meanwhile; null when they said nothing.
 * What is noted inside counts for an outer `withLimits` too.
 */
export async function withLimits<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; limit: Limit | null }> {
  const notes: { worst: Limit | null } = { worst: null };
  try {
    return { value: await notebook.run(notes, work), limit: notes.worst };
  } finally {
    if (notes.worst) noteLimit(notes.worst);
  }
}

const nothing: Limit = { percentUsed: null, regainSeconds: null };

const saysSomething = ({ percentUsed, regainSeconds, isRefused }: Limit) =>
  percentUsed !== null || regainSeconds !== null || isRefused === true;

function worse(one: Limit, other: Limit): Limit {
  return {
    percentUsed: greater(one.percentUsed, other.percentUsed),
    regainSeconds: greater(one.regainSeconds, other.regainSeconds),
    ...((one.isRefused || other.isRefused) && { isRefused: true }),
  };
}

function greater(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}
