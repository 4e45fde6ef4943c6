"use client";

import { CircleCheck, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { Time } from "#components/ui/time.tsx";

/**
 * Waits with the person for an account's first event: the page around is rendered anew when one comes, and this turns
 * green. Nothing where events came before the page was opened.
 */
export function FirstEvent({ lastEventAt }: { lastEventAt: Date | null }) {
  const [wasWaiting] = useState(lastEventAt === null);
  if (!wasWaiting) return null;

  return (
    <p role="status" className="flex items-center gap-2">
      {lastEventAt ? (
        <>
          <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
          <span className="font-medium text-good">
            The first event arrived <Time value={lastEventAt} />.
          </span>
        </>
      ) : (
        <>
          <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-muted" />
          Waiting for the first event…
        </>
      )}
    </p>
  );
}
