import type { Part } from "./part.ts";

/** What runs, in the order it was started; stops it all in the reverse order, once, however often it is asked. */
export function partList(): { add: (part: Part) => void; stopAll: () => Promise<void> } {
  const parts: Part[] = [];
  let stopping: Promise<void> | null = null;

  const stopInReverse = async () => {
    for (const part of parts.toReversed()) await part.stop();
  };
  return {
    add: (part) => parts.push(part),
    stopAll() {
      stopping ??= stopInReverse();
      return stopping;
    },
  };
}
