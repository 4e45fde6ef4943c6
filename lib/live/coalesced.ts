/** The first quiet time after a silence is short: what is done in two steps is told in two, and neither is late. */
const firstQuietMs = 25;

/**
 * Says the same thing at once the first time, once more soon after, and then at most once in each quiet time: what comes
 * meanwhile is said together when it ends. So a lone notice is never late, and a flood of them is a few a second.
 */
export function coalesced(say: (text: string) => void, quietMs: number): (text: string) => void {
  /** What was said a moment ago, and whether it came again since. */
  const recent = new Map<string, { again: boolean }>();

  function begin(text: string, quiet: number): void {
    const state = { again: false };
    recent.set(text, state);
    setTimeout(() => {
      recent.delete(text);
      if (state.again) begin(text, quietMs);
    }, quiet).unref();
    say(text);
  }

  return (text) => {
    const state = recent.get(text);
    if (state) state.again = true;
    else begin(text, firstQuietMs);
  };
}
