"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { requireMember } from "#lib/auth/require-member.ts";
import { type FormState, invalid, refused, saved, typed } from "#lib/forms.ts";
import { deleteView, saveView, ViewInput } from "#lib/webhooks/views.ts";

const refusals = {
  "members-share": "Viewers keep views for themselves. Save it without sharing.",
  "nothing-filtered": "There is nothing to keep: filter the log first.",
  "too-many": "You keep fifty views here, which is the most. Delete one first.",
};

export async function saveViewFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const values = typed(form, "name", "query", "isShared");
  const input = ViewInput.safeParse({ ...values, isShared: form.get("isShared") === "on" });
  if (!input.success) return invalid(input.error, values);

  const outcome = await saveView(member, input.data);
  if (!outcome.ok) {
    if (outcome.error !== "name-taken") return refused(refusals[outcome.error], values);
    const fieldErrors = { name: "You have a view of this name. Choose another." };
    return { outcome: "invalid", fieldErrors, values };
  }
  revalidatePath(`/o/${slug}/events`);
  return saved(`Saved as “${input.data.name}”. Find it under Views.`);
}

export async function deleteViewFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const viewId = z.uuid().safeParse(form.get("viewId"));
  const outcome = viewId.success ? await deleteView(member, viewId.data) : null;
  if (!outcome?.ok) return refused("This view is not there any more, or it is not yours to delete.");

  revalidatePath(`/o/${slug}/events`);
  return saved(`“${outcome.value.name}” is deleted.`);
}
