"use client";

import { Badge } from "#components/ui/badge.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/forms.ts";

export type Share = {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  state: "open" | "expired" | "revoked";
  views: number;
  lastViewedAt: Date | null;
  madeBy: string;
};

const words = { open: "Works", expired: "Expired", revoked: "Revoked" };

/** The links there are: who made each, until when it works, and how often it was opened. */
export function ShareList({ shares, revoke }: { shares: Share[]; revoke?: FormAction }) {
  return (
    <ul aria-label="Links" className="divide-y divide-line">
      {shares.map(({ id, createdAt, expiresAt, state, views, lastViewedAt, madeBy }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <div className="grid gap-0.5">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={state === "open" ? "good" : "idle"}>{words[state]}</Badge>
              <span>
                {views === 0 ? "Not opened yet" : `Opened ${views === 1 ? "once" : `${views} times`}`}
                {lastViewedAt && (
                  <>
                    , last <Time value={lastViewedAt} />
                  </>
                )}
              </span>
            </p>
            <p className="text-muted text-sm">
              Made <Time value={createdAt} /> {madeBy}
              {state === "open" && (
                <>
                  , works until <Time value={expiresAt} show="exact" />
                </>
              )}
            </p>
          </div>
          {state === "open" && revoke && (
            <Form action={revoke}>
              {() => (
                <>
                  <input type="hidden" name="shareId" value={id} />
                  <SubmitButton variant="danger" size="small" pendingLabel="Revoking">
                    Revoke
                  </SubmitButton>
                </>
              )}
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
