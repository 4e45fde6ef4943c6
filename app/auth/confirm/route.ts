import type { Route } from "next";
import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { confirmLink } from "#lib/auth/confirm.ts";
import { ConfirmationLink } from "#lib/auth/input.ts";

/** Where the links in our mails lead: `token_hash` and `type` from our templates, `code` from hosted ones. */
export async function GET(request: NextRequest) {
  const link = ConfirmationLink.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!link.success) redirect("/login?notice=link-expired");

  const outcome = await confirmLink(link.data);
  if (outcome.kind === "confirmed") redirect(outcome.next as Route);
  if (outcome.kind === "refused") redirect("/login?notice=too-many-links");

  const recovers = "type" in link.data && link.data.type === "recovery";
  redirect(recovers ? "/forgot-password?notice=link-expired" : "/login?notice=link-expired");
}
