type Wait = { until: number; giveUp(): void };

/** Those who wait, by how long they do at most: in each crowd the first to have come is the first to give up. */
const crowds = new Map<number, Set<Wait>>();

/**
 * The promise's own outcome, or a rejection when it takes longer than this. What it began goes on. Who has an outcome is
 * let go at once: a promise that stood for the deadline of all would hold each one's whole request until it runs out.
 */
export function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const wait: Wait = {
      until: performance.now() + milliseconds,
      giveUp: () => reject(new Error(`not done within ${milliseconds} ms`)),
    };
    const crowd = crowds.get(milliseconds)?.add(wait) ?? newCrowd(milliseconds, wait);
    void promise.then(resolve, reject).then(() => crowd.delete(wait));
  });
}

function newCrowd(milliseconds: number, first: Wait): Set<Wait> {
  const crowd = new Set([first]);
  crowds.set(milliseconds, crowd);
  watch(milliseconds, crowd);
  return crowd;
}

/** One timer for a crowd, and none to stop for each. */
function watch(milliseconds: number, crowd: Set<Wait>): void {
  const [next] = crowd;
  if (!next) {
    crowds.delete(milliseconds);
    return;
  }
  const timer = setTimeout(() => {
    for (const wait of crowd) {
      if (wait.until > performance.now()) break;
      crowd.delete(wait);
      wait.giveUp();
    }
    watch(milliseconds, crowd);
  }, next.until - performance.now());
  // It runs out, mostly for nobody: a process that is done need not wait for it.
  timer.unref();
}
