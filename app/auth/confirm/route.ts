import type { Route } from "next";
import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { awaitedBy, confirmLink } from "#lib/auth/confirm.ts";
import { ConfirmationLink } from "#lib/auth/input.ts";
import { landing } from "../landing.ts";

/**
 * Where the links in our mails lead: `token_hash` and `type` from our templates, `code` from hosted ones. Only the
 * browser that asked for the mail goes straight on; any other is asked first, and a mail scanner never answers.
 */
export async function GET(request: NextRequest) {
  const query = request.nextUrl.searchParams;
  const link = ConfirmationLink.safeParse(Object.fromEntries(query));
  if (!link.success) redirect("/login?notice=link-expired");

  const awaited = await awaitedBy(link.data);
  if (!awaited) redirect(`/auth/continue?${query}` as Route);
  redirect(landing(link.data, await confirmLink(link.data, awaited)));
}

/** Next would answer this with GET, which spends the link. */
export function HEAD() {
  return new Response(null, { status: 204 });
}
