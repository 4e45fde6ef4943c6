"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { requireUser } from "#lib/auth/require-user.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { type FormState, invalid, refused, typed } from "#lib/forms.ts";
import { createOrganization } from "#lib/organizations/create-organization.ts";
import { NewOrganization } from "#lib/organizations/input.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";

export async function createFromForm(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser();

  const values = typed(form, "name", "businessType", "timeZone");
  const input = NewOrganization.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);

  const answer = await knock("new-organization", user);
  if (!answer.allowed) return refused(tooManyAttempts(answer), values);

  const { slug } = await createOrganization(user, input.data, await visitor());
  redirect(`/o/${slug}` as Route);
}
