import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Gate } from "#components/auth/gate.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ConfirmationLink } from "#lib/auth/input.ts";
import { currentUser } from "#lib/auth/require-user.ts";
import { continueFromMail } from "./actions.ts";

export const metadata: Metadata = { title: "Continue from your mail" };

export default async function ContinuePage({ searchParams }: PageProps<"/auth/continue">) {
  const link = ConfirmationLink.safeParse(await searchParams);
  if (!link.success) redirect("/login?notice=link-expired");
  const user = await currentUser();

  return (
    <Gate
      title="Continue from your mail"
      description={
        <>
          <p>You opened a link from a mail. Continue only if you asked for that mail yourself.</p>
          {user && (
            <p className="mt-2">
              You are signed in as <strong className="break-words font-medium text-ink">{user.email}</strong>.
              Continuing signs you in as whoever the mail was sent to.
            </p>
          )}
        </>
      }
    >
      <form action={continueFromMail} className="grid">
        {Object.entries(link.data).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton wide>Continue</SubmitButton>
      </form>
    </Gate>
  );
}
