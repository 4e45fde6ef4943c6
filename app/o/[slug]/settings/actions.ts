"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { type FormState, invalid, refused, saved, typed } from "#lib/forms.ts";
import { changeOpeningHours } from "#lib/organizations/change-opening-hours.ts";
import { changeOrganization } from "#lib/organizations/change-organization.ts";
import { OrganizationChange } from "#lib/organizations/input.ts";
import { weekdays } from "#lib/organizations/opening-hours.ts";
import { OpeningHoursChange } from "#lib/organizations/opening-hours-change.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";

export async function changeFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const values = typed(form, "name", "slug", "timeZone", "businessType");
  const input = OrganizationChange.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);

  const answer = await knock("settings", member);
  if (!answer.allowed) return refused(tooManyAttempts(answer), values);

  const outcome = await changeOrganization(member, input.data, await visitor());
  if (!outcome.ok) {
    if (outcome.error === "admins-only") {
      return refused("Only owners and admins can change these settings.", values);
    }
    return {
      outcome: "invalid",
      fieldErrors: { slug: "This address is taken. Choose another one." },
      values,
    };
  }

  revalidatePath(`/o/${slug}`, "layout");
  if (outcome.value.slug !== slug) redirect(`/o/${outcome.value.slug}/settings?moved`);
  return saved("Settings are saved.");
}

export async function saveHoursFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const values = typed(form, ...weekdays);
  const input = OpeningHoursChange.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);

  const answer = await knock("settings", member);
  if (!answer.allowed) return refused(tooManyAttempts(answer), values);

  const outcome = await changeOpeningHours(member, input.data, await visitor());
  if (!outcome.ok) return refused("Only owners and admins can change opening hours.", values);
  revalidatePath(`/o/${slug}/settings`);
  return saved(input.data ? "Opening hours are saved." : "Opening hours are no longer set: all hours count.");
}
