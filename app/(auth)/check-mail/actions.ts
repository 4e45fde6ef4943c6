"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { confirmCode } from "#lib/auth/confirm.ts";
import { Code } from "#lib/auth/input.ts";
import { pendingMail } from "#lib/auth/pending-mail.ts";
import { sendMail } from "#lib/auth/send-mail.ts";
import { type FormState, invalid, refused, saved, typed } from "#lib/forms.ts";

const tooLate = "Too much time has passed. Start again from the sign-in page.";

export async function confirmWithCode(_: FormState, form: FormData): Promise<FormState> {
  const values = typed(form, "code");
  const input = Code.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);

  const pending = await pendingMail();
  if (!pending) return refused(tooLate, values);

  const outcome = await confirmCode(pending, input.data.code);
  if (outcome.kind === "refused") return refused(outcome.message, values);
  if (outcome.kind === "expired") return refused("This code is not right, or it has expired.", values);
  redirect(outcome.next as Route);
}

export async function resend(_: FormState): Promise<FormState> {
  const pending = await pendingMail();
  if (!pending) return refused(tooLate);

  const outcome = await sendMail(pending);
  return outcome.kind === "refused" ? refused(outcome.message) : saved("The mail is on its way again.");
}
