"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { SignUp } from "#lib/auth/input.ts";
import { rememberPendingMail } from "#lib/auth/pending-mail.ts";
import { signUp } from "#lib/auth/sign-up.ts";
import { type FormState, invalid, refused, typed } from "#lib/forms.ts";

export async function signUpWithForm(_: FormState, form: FormData): Promise<FormState> {
  const values = typed(form, "name", "email");
  const input = SignUp.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);

  const outcome = await signUp(input.data);
  if (outcome.kind === "refused") return refused(outcome.message, values);
  if (outcome.kind === "weak-password") {
    return { outcome: "invalid", fieldErrors: { password: outcome.message }, values };
  }
  if (outcome.kind === "signed-in") redirect(input.data.next as Route);

  await rememberPendingMail({ purpose: "signup", email: input.data.email, next: input.data.next });
  redirect("/check-mail");
}
