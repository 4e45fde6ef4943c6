"use server";

import { revalidatePath } from "next/cache";
import { requireMember } from "#lib/auth/require-member.ts";
import { supabase } from "#lib/auth/supabase.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { BrandChange, saveBrand } from "#lib/brand/save-brand.ts";
import { saveLogo } from "#lib/brand/save-logo.ts";
import { type FormState, invalid, refused, saved, typed } from "#lib/forms.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";

const adminsOnly = "Only owners and admins can change the brand.";

const logoRefusals = {
  "admins-only": adminsOnly,
  "too-large": "This file is larger than 1 MB. Save the logo smaller and try again.",
  "not-a-picture": "This is not a PNG or JPEG picture, or it is damaged.",
  "too-many-pixels":
    "This picture is larger than 2,000 pixels on a side. Save the logo smaller and try again.",
  interlaced: "This PNG is saved interlaced. Save it without that and try again.",
};

export async function saveBrandFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);
  const values = typed(form, "primaryColor", "secondaryColor");
  const input = BrandChange.safeParse(values);
  if (!input.success) return invalid(input.error, values);

  const answer = await knock("settings", member);
  if (!answer.allowed) return refused(tooManyAttempts(answer), values);

  const outcome = await saveBrand(member, input.data, await visitor());
  if (!outcome.ok) return refused(adminsOnly, values);
  revalidatePath(`/o/${slug}`, "layout");
  return saved("The colours are saved.");
}

export async function saveLogoFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const file = form.get("logo");
  if (!(file instanceof File) || file.size === 0) {
    return { outcome: "invalid", fieldErrors: { logo: "Choose a file first." } };
  }
  return changeLogo(slug, new Uint8Array(await file.arrayBuffer()));
}

export async function removeLogo(slug: string): Promise<FormState> {
  return changeLogo(slug, null);
}

async function changeLogo(slug: string, bytes: Uint8Array | null): Promise<FormState> {
  const member = await requireMember(slug);
  const answer = await knock("settings", member);
  if (!answer.allowed) return refused(tooManyAttempts(answer));

  const { storage } = await supabase();
  const outcome = await saveLogo(member, storage, bytes, await visitor());
  if (!outcome.ok) return { outcome: "invalid", fieldErrors: { logo: logoRefusals[outcome.error] } };
  revalidatePath(`/o/${slug}/settings/brand`);
  return saved(bytes ? "The logo is saved." : "The logo is removed.");
}
