"use client";

import { CircleCheck, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { Card, CardBody } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";

type FirstEventProps = {
  lastEventAt: Date | null;
  /** Where one writes as a customer, beside the sandbox. */
  customerUrl?: string;
  /** Where it stands alone. */
  framed?: boolean;
};

/**
 * Waits with the person for an account's first event: the page around is rendered anew when one comes, and this turns
 * green. Nothing where events came before the page was opened.
 */
export function FirstEvent({ lastEventAt, customerUrl, framed }: FirstEventProps) {
  const [wasWaiting] = useState(lastEventAt === null);
  if (!wasWaiting) return null;

  const wait = (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
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
      {lastEventAt === null && customerUrl && (
        <a
          href={customerUrl}
          target="_blank"
          rel="noreferrer"
          className="rounded-sm py-1 font-medium text-accent underline decoration-accent/40 underline-offset-2"
        >
          Write as a customer
        </a>
      )}
    </div>
  );
  if (!framed) return wait;
  return (
    <Card aria-label="First event">
      <CardBody>{wait}</CardBody>
    </Card>
  );
}
