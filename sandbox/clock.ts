let advancedMs = 0;
let heldAt: number | null = null;

/** The platforms' now, in milliseconds. `POST /control/clock` moves it on, so that a token of 60 days need not be waited for. */
export function now(): number {
  return (heldAt ?? Date.now()) + advancedMs;
}

/** Stops the clock where it is: what is read for a minute and compared then must not have been counted anew meanwhile. */
export function holdClock(): void {
  heldAt ??= Date.now();
}

/** The same in seconds, as most platforms count. */
export function nowSeconds(): number {
  return Math.floor(now() / 1000);
}

/** A stored time, in seconds, as the caller's own clock would have to read it: its distance from now is the true one. */
export function toldSeconds(seconds: number): number {
  return seconds === 0 ? 0 : seconds - Math.floor(advancedMs / 1000);
}

/** Sets how far the clock is ahead. There is one in a process. */
export function setClock(ms: number): void {
  advancedMs = ms;
}

export function clockAdvance(): number {
  return advancedMs;
}
