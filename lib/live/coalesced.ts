/** After a silence's first notice the quiet time is short: what is done in two steps is told in two, neither of them late. */
const firstQuietMs = 25;

/** After something was said. `resting`: the quiet time is over and nothing came in it, so the next is said at once. */
type State = { came: boolean; resting: boolean; timer?: NodeJS.Timeout };

/**
 * Says the same thing (the same as JSON) at once the first time, once more soon after, and then at most once in each
 * quiet time: what comes meanwhile is said together when it ends. Only a silence that lasts as long again makes the next
 * one a first time. So a lone notice is never late, and they are a few a second however they are spaced.
 */
export function coalesced<What>(say: (what: What) => void, quietMs: number): (what: What) => void {
  const recent = new Map<string, State>();

  function begin(what: What, key: string, quiet: number): void {
    const state: State = { came: false, resting: false };
    recent.set(key, state);
    state.timer = setTimeout(() => end(what, key, state), quiet).unref();
    say(what);
  }

  function end(what: What, key: string, state: State): void {
    state.resting = !state.came;
    if (state.came) begin(what, key, quietMs);
    else state.timer = setTimeout(() => recent.delete(key), quietMs).unref();
  }

  return (what) => {
    const key = JSON.stringify(what);
    const state = recent.get(key);
    if (!state) begin(what, key, firstQuietMs);
    else if (state.resting) {
      clearTimeout(state.timer);
      begin(what, key, quietMs);
    } else state.came = true;
  };
}
