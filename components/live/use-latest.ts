"use client";

import { startTransition, useCallback, useState } from "react";
import { useRefresh } from "./use-refresh.ts";

const patienceMs = 10_000;

/**
 * A part of a page that is read anew without the rest of it: what the server rendered, until something newer was read.
 * `load` reads it; it settles when it was read, and fails when it could not be. `show` takes what came another way.
 */
export function useLatest<Data>(rendered: Data, address: string) {
  const [read, setRead] = useState<{ over: Data; data: Data }>();
  const refresh = useRefresh();
  // What was read before the page was rendered anew is older than that.
  const latest = read && read.over === rendered ? read.data : rendered;

  const show = useCallback(
    (data: Data) => startTransition(() => setRead({ over: rendered, data })),
    [rendered],
  );

  const load = useCallback(async () => {
    const response = await fetch(address, {
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status >= 500) throw new Error(`${address} answered ${response.status}`);
    // Signed out, or no longer a member: the page itself says so.
    if (!response.ok) return refresh();
    // What our own server made of the same type.
    show((await response.json()) as Data);
  }, [address, show, refresh]);

  return { latest, load, show };
}
