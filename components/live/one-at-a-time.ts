type Options = {
  work: () => Promise<void>;
  /** From one beginning to the next it is at least this long. */
  restMs: number;
  /** How long it is left alone after it failed. */
  retryMs: number;
};

/**
 * Begins the work at once when asked, and never twice at a time: however often it is asked for while it runs or rests,
 * it runs once more then. Work that fails is tried again, until `stop`.
 */
export function oneAtATime({ work, restMs, retryMs }: Options) {
  let running = false;
  let wanted = false;
  let stopped = false;

  async function run(): Promise<void> {
    running = true;
    while (wanted && !stopped) {
      wanted = false;
      const rest = pause(restMs);
      try {
        await work();
        await rest;
      } catch {
        wanted = true;
        await pause(retryMs);
      }
    }
    running = false;
  }

  function ask(): void {
    wanted = true;
    if (!running) void run();
  }

  function stop(): void {
    stopped = true;
  }
  return { ask, stop };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
