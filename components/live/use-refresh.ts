"use client";

import { useRouter } from "next/navigation";
import { startTransition, useCallback, useEffect, useRef, useState } from "react";

/** Has the page rendered anew, and settles when that is on the screen. */
export function useRefresh(): () => Promise<void> {
  const router = useRouter();
  const [shown, setShown] = useState(0);
  const waiting = useRef<(() => void)[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that says it is shown.
  useEffect(() => {
    for (const settle of waiting.current.splice(0)) settle();
  }, [shown]);

  return useCallback(
    () =>
      new Promise((settle) => {
        waiting.current.push(settle);
        startTransition(() => {
          router.refresh();
          // Part of the same transition, so it changes when what was begun is on the screen.
          setShown((times) => times + 1);
        });
      }),
    [router],
  );
}
