const undos = new Set<() => Promise<void>>();
let isLeaving = false;

// A signal may come more than once: from the terminal, and again from each launcher that passes it on.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (isLeaving) return;
    isLeaving = true;
    void undoAll().finally(() => process.exit(130));
  });
}

/** Has this done if the run is interrupted, the newest first. Answers how to take it off the list again. */
export function whenInterrupted(undo: () => Promise<void>): () => void {
  undos.add(undo);
  return () => undos.delete(undo);
}

async function undoAll(): Promise<void> {
  for (const undo of [...undos].toReversed()) await undo().catch(() => {});
}
