/**
 * Each renewal holds a database connection while the platform answers, and needs a second one for a moment: with no more than
 * these at once in a process, that second one is always to be had.
 */
const most = 3;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs the work as soon as fewer than three others of its kind are running. */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;

  try {
    return await work();
  } finally {
    // Who waits takes this place over, so the count stays.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
