import { redirect } from "next/navigation";
import { MailRequest } from "#lib/auth/input.ts";
import { type MailPurpose, rememberPendingMail } from "#lib/auth/pending-mail.ts";
import { sendMail } from "#lib/auth/send-mail.ts";
import { type FormState, invalid, refused, typed } from "#lib/forms.ts";

/** What every form does that asks for a mail: send it, and wait for it in this browser. */
export async function requestMail(purpose: MailPurpose, form: FormData): Promise<FormState> {
  const values = typed(form, "email");
  const input = MailRequest.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);

  const pending = { purpose, ...input.data };
  const outcome = await sendMail(pending);
  if (outcome.kind === "refused") return refused(outcome.message, values);

  await rememberPendingMail(pending);
  redirect("/check-mail");
}
