/** Begins whenever the tab can be seen, and ends what was begun when it cannot, until the returned function is called. */
export function whileVisible(begin: () => () => void): () => void {
  let end: (() => void) | undefined;

  const follow = () => {
    if (document.visibilityState !== "hidden") end ??= begin();
    else {
      end?.();
      end = undefined;
    }
  };
  follow();
  document.addEventListener("visibilitychange", follow);
  return () => {
    document.removeEventListener("visibilitychange", follow);
    end?.();
  };
}
