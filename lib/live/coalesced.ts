/** The quiet time after a silence's first notice is short: what is done in two steps is told in two, and neither is late. */
const firstQuietMs = 25;

/** After something was said. `resting`: the quiet time is over and nothing came in it, so the next is said at once. */
type State = { came: boolean; resting: boolean; timer?: NodeJS.Timeout };

/**
 * Says the same thing at once the first time, once more soon after, and then at most once in each quiet time: what comes
 * meanwhile is said together when it ends. Only a silence that lasts as long again makes the next one a first time. So a
 * lone notice is never late, and they are a few a second however they are spaced.
 */
export function coalesced(say: (text: string) => void, quietMs: number): (text: string) => void {
  const recent = new Map<string, State>();

  function begin(text: string, quiet: number): void {
    const state: State = { came: false, resting: false };
    recent.set(text, state);
    state.timer = setTimeout(() => end(text, state), quiet).unref();
    say(text);
  }

  function end(text: string, state: State): void {
    if (state.came) return begin(text, quietMs);
    state.resting = true;
    state.timer = setTimeout(() => recent.delete(text), quietMs).unref();
  }

  return (text) => {
    const state = recent.get(text);
    if (!state) begin(text, firstQuietMs);
    else if (state.resting) {
      clearTimeout(state.timer);
      begin(text, quietMs);
    } else state.came = true;
  };
}
