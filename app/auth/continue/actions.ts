"use server";

import { redirect } from "next/navigation";
import { confirmLink } from "#lib/auth/confirm.ts";
import { ConfirmationLink } from "#lib/auth/input.ts";
import { landing } from "../landing.ts";

export async function continueFromMail(form: FormData): Promise<void> {
  const link = ConfirmationLink.safeParse(Object.fromEntries(form));
  if (!link.success) redirect("/login?notice=link-expired");

  redirect(landing(link.data, await confirmLink(link.data)));
}
