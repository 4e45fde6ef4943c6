import "server-only";
import { recordAuth } from "#lib/audit/record-auth.ts";
import { notifyPerson } from "#lib/live/notify-person.ts";
import { lookUp } from "#lib/look-up.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { isThrottled, throttledMessage } from "./is-throttled.ts";
import { forgetRecovery, hasRecovered } from "./recovery-mark.ts";
import type { User } from "./require-user.ts";
import { supabase } from "./supabase.ts";
import { visitor } from "./visitor.ts";

type Outcome = { kind: "saved" } | { kind: "unproved" } | { kind: "refused"; message: string };

const sentences: Record<string, string> = {
  same_password: "This is already your password. Choose another one.",
  weak_password: "This password is too easy to guess. Choose a longer one.",
  reauthentication_needed: "Ask for a new link first: this one was opened too long ago.",
};

/**
 * Sets a new password for who has just opened a recovery mail, and signs them out everywhere else: whoever had the old
 * one is out. Being signed in proves nothing here (`unproved`): a borrowed session must not become an own one.
 */
export async function resetPassword(user: User, password: string): Promise<Outcome> {
  const from = await visitor();
  const answer = await knock("reset-password", { userId: user.userId, ip: from.ip });
  if (!answer.allowed) return { kind: "refused", message: tooManyAttempts(answer) };

  if (!(await hasRecovered(user.userId))) return { kind: "unproved" };

  const { auth } = await supabase();
  const { error } = await auth.updateUser({ password });
  if (error && isThrottled(error)) return { kind: "refused", message: throttledMessage };
  if (error) {
    const sentence = lookUp(sentences, error.code);
    if (sentence) return { kind: "refused", message: sentence };
    throw new Error("The auth server did not take a new password", { cause: error });
  }

  await forgetRecovery();
  await auth.signOut({ scope: "others" });
  await recordAuth("auth.password_reset", user, from);
  await notifyPerson(user);
  return { kind: "saved" };
}
