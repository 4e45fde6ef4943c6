import "server-only";
import { recordAuth } from "#lib/audit/record-auth.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import type { ConfirmationLink } from "./input.ts";
import { forgetPendingMail, type PendingMail } from "./pending-mail.ts";
import { supabase } from "./supabase.ts";
import { visitor } from "./visitor.ts";

type Outcome =
  | { kind: "confirmed"; next: string }
  | { kind: "expired" }
  | { kind: "refused"; message: string };

/** Follows an e-mailed link: the person is signed in, or the link has had its day. */
export async function confirmLink(link: ConfirmationLink): Promise<Outcome> {
  const answer = await knock("link", { ip: (await visitor()).ip });
  if (!answer.allowed) return { kind: "refused", message: tooManyAttempts(answer) };

  const { auth } = await supabase();
  const { data, error } =
    "code" in link
      ? await auth.exchangeCodeForSession(link.code)
      : await auth.verifyOtp({ type: link.type, token_hash: link.token_hash });
  if (error || !data.user) return { kind: "expired" };

  const recovers = "type" in link && link.type === "recovery";
  await welcome(data.user.id, "type" in link && link.type === "signup");
  return { kind: "confirmed", next: recovers ? "/reset-password" : link.next };
}

const otpTypes = { signup: "signup", recovery: "recovery", "magic-link": "magiclink" } as const;

/** The same with the digits from the mail, typed in the browser that asked for it. */
export async function confirmCode({ purpose, email, next }: PendingMail, code: string): Promise<Outcome> {
  const answer = await knock("code", { address: email, ip: (await visitor()).ip });
  if (!answer.allowed) return { kind: "refused", message: tooManyAttempts(answer) };

  const { auth } = await supabase();
  const { data, error } = await auth.verifyOtp({ email, token: code, type: otpTypes[purpose] });
  if (error || !data.user) return { kind: "expired" };

  await welcome(data.user.id, purpose === "signup");
  return { kind: "confirmed", next: purpose === "recovery" ? "/reset-password" : next };
}

async function welcome(userId: string, isFirst: boolean) {
  await recordAuth(isFirst ? "auth.confirmed" : "auth.signed_in", { userId }, await visitor());
  await forgetPendingMail();
}
