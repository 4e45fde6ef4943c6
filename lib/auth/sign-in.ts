import "server-only";
import { recordAuth } from "#lib/audit/record-auth.ts";
import { forgive, knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { isThrottled, throttledMessage } from "./is-throttled.ts";
import { supabase } from "./supabase.ts";
import { visitor } from "./visitor.ts";

type Outcome = { kind: "signed-in" } | { kind: "unconfirmed" } | { kind: "refused"; message: string };

const wrong = "The address or the password is not right.";

/** Signs in with a password. One sentence for every mismatch, so that it tells nothing about who has an account. */
export async function signIn(credentials: { email: string; password: string }): Promise<Outcome> {
  const from = await visitor();
  const knocker = { address: credentials.email, ip: from.ip };

  const answer = await knock("sign-in", knocker);
  if (!answer.allowed) return { kind: "refused", message: tooManyAttempts(answer) };

  const { data, error } = await (await supabase()).auth.signInWithPassword(credentials);

  if (error && isThrottled(error)) return { kind: "refused", message: throttledMessage };
  if (error) {
    await recordAuth("auth.sign_in_failed", { email: credentials.email }, from);
    // Only said to who knows the password.
    if (error.code === "email_not_confirmed") return { kind: "unconfirmed" };
    if (error.status && error.status < 500) return { kind: "refused", message: wrong };
    throw new Error("The auth server did not answer a sign-in", { cause: error });
  }

  await forgive("sign-in", knocker);
  await recordAuth("auth.signed_in", { userId: data.user.id }, from);
  return { kind: "signed-in" };
}
