import type { Metadata } from "next";
import { ForgotPasswordForm } from "#components/auth/forgot-password-form.tsx";
import { Gate } from "#components/auth/gate.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requestReset } from "./actions.ts";

export const metadata: Metadata = { title: "Forgot password" };

export default async function ForgotPasswordPage({ searchParams }: PageProps<"/forgot-password">) {
  const { notice } = await searchParams;

  return (
    <Gate
      title="Forgot your password?"
      description="Enter your address. If it has an account, a mail with a link to set a new password is on its way."
      footer={
        <p>
          <TextLink href="/login">Back to sign in</TextLink>
        </p>
      }
    >
      {notice === "link-expired" && (
        <Notice tone="warn">
          Setting a new password takes a fresh link from your mail. Ask for one here.
        </Notice>
      )}
      <ForgotPasswordForm requestReset={requestReset} />
    </Gate>
  );
}
