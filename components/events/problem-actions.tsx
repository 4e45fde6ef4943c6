"use client";

import { LoaderCircle } from "lucide-react";
import { type FormEvent, useActionState, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { FormMessage } from "#components/ui/form-message.tsx";
import type { FormAction, FormState } from "#lib/forms.ts";
import type { ProblemStatus } from "./problem-status.ts";

const offered: Record<ProblemStatus, { to: ProblemStatus; label: string }[]> = {
  open: [
    { to: "acknowledged", label: "Acknowledge" },
    { to: "resolved", label: "Resolve" },
  ],
  acknowledged: [
    { to: "resolved", label: "Resolve" },
    { to: "open", label: "Reopen" },
  ],
  resolved: [{ to: "open", label: "Reopen" }],
};

type ProblemActionsProps = { id: string; status: ProblemStatus; change: FormAction };

/** Takes a problem up, or lays it down. One that comes back after it was resolved opens again by itself. */
export function ProblemActions({ id, status, change }: ProblemActionsProps) {
  const [answered, submit] = useActionState(change, null);
  const [state, setState] = useState<FormState>(null);
  const [pressed, setPressed] = useState<string>();
  const [pending, startTransition] = useTransition();

  // Not through the form's own action: what is changed leaves this list, and its toast would leave with it.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    setPressed(String(form.get("status")));
    startTransition(async () => {
      const next = await change(null, form);
      if (next?.outcome !== "saved") return setState(next);
      toast.success(next.message);
      requestAnimationFrame(keepFocus);
    });
  }

  return (
    <form action={submit} onSubmit={send} className="grid gap-2">
      <FormMessage state={state ?? answered} />
      <input type="hidden" name="problemId" value={id} />
      <span className="flex gap-2">
        {offered[status].map(({ to, label }) => (
          <Button
            key={to}
            type="submit"
            name="status"
            value={to}
            size="small"
            aria-disabled={pending || undefined}
          >
            {pending && pressed === to && <LoaderCircle aria-hidden className="animate-spin" />}
            {label}
          </Button>
        ))}
      </span>
    </form>
  );
}

/** The button that was pressed may be gone with its problem: reading goes on at the page, not at the browser's edge. */
function keepFocus() {
  if (document.activeElement === document.body) document.querySelector("main")?.focus();
}
