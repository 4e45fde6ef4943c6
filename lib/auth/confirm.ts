import "server-only";
import type { User } from "@supabase/supabase-js";
import { recordAuth } from "#lib/audit/record-auth.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import type { ConfirmationLink } from "./input.ts";
import { isThrottled, throttledMessage } from "./is-throttled.ts";
import { forgetPendingMail, type MailPurpose, type PendingMail, pendingMail } from "./pending-mail.ts";
import { markRecovery } from "./recovery-mark.ts";
import { supabase } from "./supabase.ts";
import { visitor } from "./visitor.ts";

type Outcome =
  | { kind: "confirmed"; next: string }
  | { kind: "expired" }
  | { kind: "refused"; message: string };

/**
 * The mail this browser asked for, when the link can be the one in it. Any other link may come from someone who wants
 * this person in the wrong account, or be opened by a mail scanner: those need a press on a button.
 */
export async function awaitedBy(link: ConfirmationLink): Promise<PendingMail | undefined> {
  const pending = await pendingMail();
  return pending && recovers(link) === (pending.purpose === "recovery") ? pending : undefined;
}

/** Follows an e-mailed link: the person is signed in, or the link has had its day. `awaited` is who it has to be for. */
export async function confirmLink(link: ConfirmationLink, awaited?: PendingMail): Promise<Outcome> {
  const answer = await knock("link", { ip: (await visitor()).ip });
  if (!answer.allowed) return { kind: "refused", message: tooManyAttempts(answer) };

  const { auth } = await supabase();
  const { data, error } =
    "code" in link
      ? await auth.exchangeCodeForSession(link.code)
      : await auth.verifyOtp({ type: link.type, token_hash: link.token_hash });
  if (error && isThrottled(error)) return { kind: "refused", message: throttledMessage };
  if (error || !data.user) return { kind: "expired" };

  if (awaited && data.user.email !== awaited.email) {
    await auth.signOut({ scope: "local" });
    return { kind: "expired" };
  }
  const purpose = recovers(link)
    ? "recovery"
    : "type" in link && link.type === "signup"
      ? "signup"
      : "magic-link";
  return welcome(data.user, purpose, link.next);
}

const otpTypes = { signup: "signup", recovery: "recovery", "magic-link": "magiclink" } as const;

/** The same with the digits from the mail, typed in the browser that asked for it. */
export async function confirmCode({ purpose, email, next }: PendingMail, code: string): Promise<Outcome> {
  const from = await visitor();
  const answer = await knock("code", { address: email, ip: from.ip });
  if (!answer.allowed) return { kind: "refused", message: tooManyAttempts(answer) };

  const { auth } = await supabase();
  const { data, error } = await auth.verifyOtp({ email, token: code, type: otpTypes[purpose] });
  if (error && isThrottled(error)) return { kind: "refused", message: throttledMessage };
  if (error || !data.user) {
    await recordAuth("auth.code_failed", { email }, from);
    return { kind: "expired" };
  }
  return welcome(data.user, purpose, next);
}

/** Of a link with a code only its destination tells that it came from a recovery mail. */
function recovers(link: ConfirmationLink): boolean {
  return "type" in link ? link.type === "recovery" : link.next === "/reset-password";
}

async function welcome({ id: userId }: User, purpose: MailPurpose, next: string): Promise<Outcome> {
  await recordAuth(purpose === "signup" ? "auth.confirmed" : "auth.signed_in", { userId }, await visitor());
  await forgetPendingMail();
  if (purpose !== "recovery") return { kind: "confirmed", next };

  await markRecovery(userId);
  return { kind: "confirmed", next: "/reset-password" };
}
