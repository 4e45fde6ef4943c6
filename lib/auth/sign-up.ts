import "server-only";
import { recordAuth } from "#lib/audit/record-auth.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { confirmationUrl } from "./confirmation-url.ts";
import { isThrottled, throttledMessage } from "./is-throttled.ts";
import { supabase } from "./supabase.ts";
import { visitor } from "./visitor.ts";

type Outcome =
  | { kind: "mail-sent" }
  | { kind: "signed-in" }
  | { kind: "weak-password"; message: string }
  | { kind: "refused"; message: string };

const hasAccount: unknown[] = ["user_already_exists", "email_exists", "over_email_send_rate_limit"];

/** Opens an account. Whether the address already has one is not told: both look like a mail on its way. */
export async function signUp(input: {
  name: string;
  email: string;
  password: string;
  next: string;
}): Promise<Outcome> {
  const from = await visitor();
  const answer = await knock("sign-up", { address: input.email, ip: from.ip });
  if (!answer.allowed) return { kind: "refused", message: tooManyAttempts(answer) };

  const { data, error } = await (await supabase()).auth.signUp({
    email: input.email,
    password: input.password,
    options: { data: { name: input.name }, emailRedirectTo: confirmationUrl(input.next) },
  });

  if (error?.code === "weak_password") return { kind: "weak-password", message: error.message };
  if (error?.code === "signup_disabled") {
    return { kind: "refused", message: "New accounts are not open here. Ask for an invitation." };
  }
  if (error && isThrottled(error)) return { kind: "refused", message: throttledMessage };
  if (error && !(error.status && error.status < 500)) {
    throw new Error("The auth server did not answer a sign-up", { cause: error });
  }
  // A hosted auth server answers for an address it knows as if it had opened an account, but without a way to sign in.
  if (hasAccount.includes(error?.code) || data.user?.identities?.length === 0) {
    await recordAuth("auth.sign_up_repeated", { email: input.email }, from);
    return { kind: "mail-sent" };
  }
  // Whatever else is refused has to do with the address too.
  if (error) return { kind: "mail-sent" };

  await recordAuth("auth.signed_up", { email: input.email }, from);
  return { kind: data.session ? "signed-in" : "mail-sent" };
}
