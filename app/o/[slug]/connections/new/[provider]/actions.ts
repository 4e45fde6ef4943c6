"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { describeForm } from "#lib/connections/describe-form.ts";
import { notices } from "#lib/connections/notices.ts";
import { submitCredentials } from "#lib/connections/submit-credentials.ts";
import { type FormState, refused, typed } from "#lib/forms.ts";

export async function submitFromForm(
  slug: string,
  provider: string,
  reconnect: string | undefined,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const member = await requireMember(slug);
  const fields = describeForm(provider)?.fields ?? [];
  // A secret is never sent back, not even to who just typed it.
  const values = typed(form, ...fields.filter(({ isSecret }) => !isSecret).map(({ name }) => name));

  const sent = Object.fromEntries(fields.map(({ name }) => [name, form.get(name) ?? ""]));
  const outcome = await submitCredentials(member, provider, sent, await visitor(), reconnect);
  if (!outcome.ok) return refused(notices[outcome.error], values);

  const submission = outcome.value;
  if (submission.kind === "invalid") return { outcome: "invalid", fieldErrors: submission.fields, values };
  if (submission.kind === "refused") return refused(submission.sentence, values);

  revalidatePath(`/o/${slug}/connections`, "layout");
  redirect(`/o/${slug}/connections/${submission.connectionId}` as Route);
}
