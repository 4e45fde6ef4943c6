"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { SignIn } from "#lib/auth/input.ts";
import { rememberPendingMail } from "#lib/auth/pending-mail.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { findDemoAccount } from "#lib/demo.ts";
import { type FormState, invalid, refused, typed } from "#lib/forms.ts";
import { requestMail } from "../request-mail.ts";

export async function signInWithForm(_: FormState, form: FormData): Promise<FormState> {
  return form.get("method") === "link" ? requestMail("magic-link", form) : signInWithPassword(form);
}

async function signInWithPassword(form: FormData): Promise<FormState> {
  const values = typed(form, "email");
  const input = SignIn.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);

  const { email, password, next } = input.data;
  const outcome = await signIn({ email, password });
  if (outcome.kind === "refused") return refused(outcome.message, values);

  if (outcome.kind === "unconfirmed") {
    await rememberPendingMail({ purpose: "signup", email, next });
    redirect("/check-mail");
  }
  redirect(next as Route);
}

export async function signInAsDemo(_: FormState): Promise<FormState> {
  const account = await findDemoAccount();
  if (!account) return refused("There is no demo account here.");

  const outcome = await signIn({ email: account.email, password: account.password });
  if (outcome.kind === "refused") return refused(outcome.message);
  redirect("/");
}
