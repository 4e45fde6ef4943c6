"use client";

import { startTransition, useCallback, useState } from "react";
import { lastingSource } from "./lasting-source.ts";
import { useRefresh } from "./use-refresh.ts";

const patienceMs = 10_000;

/**
 * A part of a page that is read anew without the rest of it: what the server rendered, until something newer was read.
 * `load` reads it once; it settles when it was read, and fails when it could not be. `follow` shows what the address
 * tells of itself under the name of an event, until the function it returns is called.
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

  const follow = useCallback(
    (event: string, read: (data: string) => Data) =>
      lastingSource({
        address: () => address,
        heard: { [event]: ({ data }) => show(read(data)) },
        // It tells why; whether it can be read now shows when it is asked for again.
        onRefused: () => void load().catch(() => {}),
      }),
    [address, show, load],
  );

  return { latest, load, follow };
}
