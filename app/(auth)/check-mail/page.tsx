import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "#components/auth/code-form.tsx";
import { Gate } from "#components/auth/gate.tsx";
import { ResendForm } from "#components/auth/resend-form.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type MailPurpose, pendingMail } from "#lib/auth/pending-mail.ts";
import { confirmWithCode, resend } from "./actions.ts";

export const metadata: Metadata = { title: "Check your mail" };

const openings: Record<MailPurpose, string> = {
  signup: "To confirm your address, open the link in the mail we sent to",
  recovery: "If it has an account, a link to set a new password is on its way to",
  "magic-link": "If it has an account, a link that signs you in is on its way to",
};

export default async function CheckMailPage() {
  const pending = await pendingMail();
  if (!pending) redirect("/login");

  return (
    <Gate
      title="Check your mail"
      description={
        <p>
          {openings[pending.purpose]}{" "}
          <strong className="break-words font-medium text-ink">{pending.email}</strong>. Or enter the code
          from the same mail here.
        </p>
      }
      footer={
        <p>
          Wrong address? <TextLink href="/login">Back to sign in</TextLink>
        </p>
      }
    >
      <CodeForm confirm={confirmWithCode} />
      <ResendForm resend={resend} />
    </Gate>
  );
}
