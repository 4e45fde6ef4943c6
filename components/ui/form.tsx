"use client";

import {
  type ComponentProps,
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from "react";
import type { FormAction, FormState } from "#lib/forms.ts";
import { FormMessage } from "./form-message.tsx";
import { FormPending } from "./form-pending.ts";
import { useSavedToast } from "./use-saved-toast.ts";

type FormProps = Omit<ComponentProps<"form">, "action" | "children"> & {
  action: FormAction;
  children: (state: FormState) => React.ReactNode;
};

/**
 * A form on a server action. It works before JavaScript does; with it, what was typed stays in the fields whatever
 * the answer (React would empty them), the first field in error takes the focus, and a save is a toast.
 */
export function Form({ action, children, ...props }: FormProps) {
  const [state, submit, pending] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  useSavedToast(state);

  useEffect(() => {
    if (state?.outcome === "invalid") form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    // A long form is sent from its foot, and says at its head why not.
    if (state?.outcome === "refused") {
      form.current?.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
    }
  }, [state]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const sent = new FormData(event.currentTarget, submitter);
    startTransition(() => submit(sent));
  }

  return (
    <form {...props} ref={form} action={submit} onSubmit={send} noValidate>
      <FormPending value={pending}>
        <FormMessage state={state} />
        {children(state)}
      </FormPending>
    </form>
  );
}
