let end: Promise<void> | undefined;

/**
 * Resolves at the end of this turn of the event loop, for all who asked within it one after the other. Short work that
 * many requests do then is done by code and data still at hand from the one before; spread out among all that a server
 * does besides for each of them, the same work takes several times as long. A lone request hardly waits.
 */
export function endOfTurn(): Promise<void> {
  end ??= new Promise((resolve) => {
    setImmediate(() => {
      end = undefined;
      resolve();
    });
  });
  return end;
}
