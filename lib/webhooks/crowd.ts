/** Work on more at once is hardly cheaper for each, and keeps the database waiting that could be at the first of them. */
const largest = 16;

let open: { size: number; go: Promise<void>; leave(): void } | undefined;

/**
 * Resolves for all who come within one turn of the event loop one after the other: at its end, or sooner when they are many.
 * Short work that many requests do then is done by code and data still at hand from the one before; spread out among all
 * that a server does besides for each of them, the same work takes several times as long. A lone request hardly waits.
 */
export function withTheCrowd(): Promise<void> {
  const crowd = open ?? newCrowd();
  crowd.size += 1;
  if (crowd.size === largest) crowd.leave();
  return crowd.go;
}

function newCrowd() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const crowd = {
    size: 0,
    go: promise,
    leave: () => {
      if (open === crowd) open = undefined;
      resolve();
    },
  };
  setImmediate(crowd.leave);
  open = crowd;
  return crowd;
}
