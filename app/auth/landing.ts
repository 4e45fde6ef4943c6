import type { Route } from "next";
import type { confirmLink } from "#lib/auth/confirm.ts";
import type { ConfirmationLink } from "#lib/auth/input.ts";

/** Where people stand after they followed a link from a mail. */
export function landing(link: ConfirmationLink, outcome: Awaited<ReturnType<typeof confirmLink>>): Route {
  if (outcome.kind === "confirmed") return outcome.next as Route;
  if (outcome.kind === "refused") return "/login?notice=too-many-links";

  const recovers = "type" in link && link.type === "recovery";
  return recovers ? "/forgot-password?notice=link-expired" : "/login?notice=link-expired";
}
