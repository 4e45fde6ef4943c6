"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { NewPassword } from "#lib/auth/input.ts";
import { currentUser } from "#lib/auth/require-user.ts";
import { resetPassword } from "#lib/auth/reset-password.ts";
import { type FormState, invalid, refused } from "#lib/forms.ts";

const Input = z.object({ password: NewPassword });

export async function savePassword(_: FormState, form: FormData): Promise<FormState> {
  const user = await currentUser();
  if (!user) redirect("/forgot-password?notice=link-expired");

  const input = Input.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error);

  const outcome = await resetPassword(user, input.data.password);
  if (outcome.kind === "unproved") redirect("/forgot-password?notice=link-expired");
  if (outcome.kind === "refused") return refused(outcome.message);
  redirect("/");
}
