/**
 * Begins the work at once, and never twice at a time: however often it is asked for while it runs, it runs once more
 * when it is `done`.
 */
export function oneAtATime(begin: () => void) {
  let running = false;
  let wanted = false;

  function ask(): void {
    wanted = true;
    if (running) return;
    running = true;
    wanted = false;
    begin();
  }

  function done(): void {
    running = false;
    if (wanted) ask();
  }
  return { ask, done };
}
