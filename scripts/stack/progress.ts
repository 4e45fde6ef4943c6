/** Tells what happens: one line a step, with how long it took. */
export type Progress = {
  step: <T>(name: string, work: () => Promise<T>, outcome?: (value: T) => string) => Promise<T>;
  tell: (line: string) => void;
};

/** Progress on this terminal. */
export const terminalProgress: Progress = {
  async step(name, work, outcome) {
    const began = performance.now();
    const value = await work();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`  ${name.padEnd(18)} ${outcome ? outcome(value) : "ready"}  (${seconds} s)`);
    return value;
  },
  tell: (line) => console.log(line),
};

/** For commands that start the stack only to use it. */
export const silentProgress: Progress = { step: (_, work) => work(), tell: () => {} };
