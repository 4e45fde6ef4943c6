import type { Mischief, Turns } from "./zoom.ts";

export function noMischief(): Mischief {
  return {
    loseRefreshes: { userId: null, count: 0 },
    failRefreshes: { userId: null, count: 0 },
    slowRefreshes: { userId: null, count: 0, ms: 0 },
    limits: [],
  };
}

/** True when it is this user's turn; counts it as used. */
export function takeTurn(turns: Turns, userId: string): boolean {
  if (turns.count <= 0 || (turns.userId !== null && turns.userId !== userId)) return false;
  turns.count -= 1;
  return true;
}
