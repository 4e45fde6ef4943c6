import "server-only";
import { recordAuth } from "#lib/audit/record-auth.ts";
import { log } from "#lib/log.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { confirmationUrl } from "./confirmation-url.ts";
import { isThrottled, throttledMessage } from "./is-throttled.ts";
import type { PendingMail } from "./pending-mail.ts";
import { supabase } from "./supabase.ts";
import { visitor } from "./visitor.ts";

type Outcome = { kind: "mail-sent" } | { kind: "refused"; message: string };

/**
 * Sends the mail that confirms an address, sets a new password or signs in. Says that it was sent even when there
 * is no such account: the answer must not depend on it.
 */
export async function sendMail(pending: PendingMail): Promise<Outcome> {
  const from = await visitor();
  const answer = await knock("mail", { address: pending.email, ip: from.ip });
  if (!answer.allowed) return { kind: "refused", message: tooManyAttempts(answer) };

  const { error } = await ask(pending);
  if (error && isThrottled(error)) return { kind: "refused", message: throttledMessage };
  // No such account, or asked again within the minute. Either way the same answer; only a broken server differs.
  if (error && (error.status ?? 500) >= 500) {
    log().error({ purpose: pending.purpose, error: error.code }, "the auth server did not send a mail");
    return { kind: "refused", message: "The mail could not be sent just now. Try again in a minute." };
  }
  if (pending.purpose !== "signup") await recordAuth(requests[pending.purpose], pending, from);
  return { kind: "mail-sent" };
}

const requests = { recovery: "auth.reset_requested", "magic-link": "auth.link_requested" } as const;

async function ask({ purpose, email, next }: PendingMail) {
  const { auth } = await supabase();
  const emailRedirectTo = confirmationUrl(next);

  switch (purpose) {
    case "signup":
      return auth.resend({ type: "signup", email, options: { emailRedirectTo } });
    case "recovery":
      return auth.resetPasswordForEmail(email, { redirectTo: confirmationUrl("/reset-password") });
    case "magic-link":
      return auth.signInWithOtp({ email, options: { shouldCreateUser: false, emailRedirectTo } });
  }
}
