import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "#components/auth/code-form.tsx";
import { Gate } from "#components/auth/gate.tsx";
import { ResendForm } from "#components/auth/resend-form.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type MailPurpose, pendingMail } from "#lib/auth/pending-mail.ts";
import { confirmWithCode, resend } from "./actions.ts";

export const metadata: Metadata = { title: "Check your mail" };

const explanations: Record<MailPurpose, string> = {
  signup: "Open the link in the mail to confirm your address. It may take a minute to arrive.",
  recovery: "If there is an account with this address, the mail has a link to set a new password.",
  "magic-link": "If there is an account with this address, the mail has a link that signs you in.",
};

export default async function CheckMailPage() {
  const pending = await pendingMail();
  if (!pending) redirect("/login");

  return (
    <Gate
      title="Check your mail"
      description={
        <>
          <p>
            We wrote to <strong className="break-words font-medium text-ink">{pending.email}</strong>.
          </p>
          <p>{explanations[pending.purpose]}</p>
        </>
      }
      footer={
        <p>
          Wrong address, or already confirmed? <TextLink href="/login">Back to sign in</TextLink>
        </p>
      }
    >
      <CodeForm confirm={confirmWithCode} />
      <ResendForm resend={resend} />
    </Gate>
  );
}
