import { endOfTurn } from "./end-of-turn.ts";

/** What those who asked in this turn wait for at most, by milliseconds: one timer for a crowd, and none to stop for each. */
const deadlines = new Map<number, Promise<never>>();

/** The promise's own outcome, or a rejection when it takes longer than this. What it began goes on. */
export function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  const deadline = deadlines.get(milliseconds) ?? newDeadline(milliseconds);
  return Promise.race([promise, deadline]);
}

function newDeadline(milliseconds: number): Promise<never> {
  const deadline = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`not done within ${milliseconds} ms`)), milliseconds);
    // It runs out, mostly for nobody: a process that is done need not wait for it.
    timer.unref();
  });
  deadline.catch(() => {});
  deadlines.set(milliseconds, deadline);
  void endOfTurn().then(() => deadlines.delete(milliseconds));
  return deadline;
}
