"use server";

import { revalidatePath } from "next/cache";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { ConnectionReference } from "#lib/connections/input.ts";
import { type FormState, invalid, refused, saved } from "#lib/forms.ts";
import { changeFrequency } from "#lib/sync/change-frequency.ts";
import { frequencyWords } from "#lib/sync/frequency-words.ts";
import { FrequencyChange } from "#lib/sync/input.ts";
import { requestSync } from "#lib/sync/request-sync.ts";

const refusals = {
  "admins-only": "Only owners and admins can sync.",
  "not-connected": "This account is not connected any more.",
  "too-many": "That was tried very often in a short time. Wait a few minutes, then try again.",
  broken: "It cannot be read while it is broken. Reconnect it first.",
  "under-way": "A sync is under way already; how far it is stands on this page.",
};

export async function syncFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const input = ConnectionReference.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error);

  const outcome = await requestSync(member, input.data.connectionId, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error]);
  return saved(`Reading ${outcome.value.displayName} now. How far it is appears here by itself.`);
}

export async function changeFrequencyFromForm(
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const member = await requireMember(slug);

  const input = FrequencyChange.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error);

  const outcome = await changeFrequency(member, input.data, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error]);
  revalidatePath(`/o/${slug}/connections`, "layout");
  return saved(`${outcome.value.displayName} is synced ${frequencyWords(input.data.minutes)} from now on.`);
}
