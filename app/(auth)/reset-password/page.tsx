import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Gate } from "#components/auth/gate.tsx";
import { NewPasswordForm } from "#components/auth/new-password-form.tsx";
import { hasRecovered } from "#lib/auth/recovery-mark.ts";
import { currentUser } from "#lib/auth/require-user.ts";
import { savePassword } from "./actions.ts";

export const metadata: Metadata = { title: "Set a new password" };

export default async function ResetPasswordPage() {
  const user = await currentUser();
  // The link in the mail signs the person in and leaves a mark; who arrives without them needs a new one.
  if (!user || !(await hasRecovered(user.userId))) redirect("/forgot-password?notice=link-expired");

  return (
    <Gate
      title="Set a new password"
      description={
        <>
          For <strong className="break-words font-medium text-ink">{user.email}</strong>. Other devices will
          be signed out.
        </>
      }
    >
      <NewPasswordForm email={user.email} save={savePassword} />
    </Gate>
  );
}
