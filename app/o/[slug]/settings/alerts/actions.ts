"use server";

import { revalidatePath } from "next/cache";
import { requireMember } from "#lib/auth/require-member.ts";
import { saveAlertPreference } from "#lib/connections/save-alert-preference.ts";
import { type FormState, refused, saved } from "#lib/forms.ts";

export async function saveAlertsFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);
  const wants = form.get("connectionAlerts") === "on";

  const outcome = await saveAlertPreference(member, wants);
  if (!outcome.ok) {
    return refused("That was tried very often in a short time. Wait a few minutes, then try again.", {
      connectionAlerts: wants ? "on" : "",
    });
  }
  revalidatePath(`/o/${slug}/settings/alerts`);
  return saved(
    wants ? "You get a mail when a connection breaks." : "You get no mail when a connection breaks.",
  );
}
