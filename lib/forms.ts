import type { z } from "zod";

/** What a form learns from its action. `values` are what was typed, so that a refusal never costs it: no secrets. */
export type FormState = {
  outcome: "invalid" | "refused" | "saved";
  message?: string;
  fieldErrors?: Record<string, string>;
  values?: Record<string, string>;
} | null;

/** A server action as `useActionState` takes it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What was typed is wrong: each field gets its first complaint, the form gets the ones that belong to no field. */
export function invalid(error: z.ZodError, values?: Record<string, string>): FormState {
  const fieldErrors: Record<string, string> = {};
  let message: string | undefined;

  for (const issue of error.issues) {
    const field = issue.path[0];
    if (field === undefined) message ??= issue.message;
    else fieldErrors[String(field)] ??= issue.message;
  }
  return { outcome: "invalid", message, fieldErrors, values };
}

/** The request was understood and will not be done: `message` says why in words. */
export function refused(message: string, values?: Record<string, string>): FormState {
  return { outcome: "refused", message, values };
}

/** Done. */
export function saved(message: string): FormState {
  return { outcome: "saved", message };
}

/** The text fields worth giving back after a refusal: the named ones, and never a password or a file. */
export function typed(form: FormData, ...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}
