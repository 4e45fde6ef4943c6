/** What the shortcuts dialog listens for, so that whoever offers it need not hold its state. */
export const shortcutsEvent = "trunkline:shortcuts";

/** Shows the list of shortcuts. Runs in the browser. */
export function openShortcuts() {
  // After the menu it may have been chosen from has closed and given the focus back.
  requestAnimationFrame(() => window.dispatchEvent(new Event(shortcutsEvent)));
}
