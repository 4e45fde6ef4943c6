import "server-only";
import { recordAuth } from "#lib/audit/record-auth.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { confirmationUrl } from "./confirmation-url.ts";
import { supabase } from "./supabase.ts";
import { visitor } from "./visitor.ts";

type Outcome =
  | { kind: "mail-sent" }
  | { kind: "signed-in" }
  | { kind: "weak-password"; message: string }
  | { kind: "refused"; message: string };

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
  // Whatever else is refused has to do with the address.
  if (error?.status && error.status < 500) return { kind: "mail-sent" };
  if (error) throw new Error("The auth server did not answer a sign-up", { cause: error });

  await recordAuth("auth.signed_up", { email: input.email }, from);
  return { kind: data.session ? "signed-in" : "mail-sent" };
}
