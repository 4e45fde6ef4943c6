import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Gate } from "#components/auth/gate.tsx";
import { SignUpForm } from "#components/auth/sign-up-form.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { currentUser } from "#lib/auth/require-user.ts";
import { safePath } from "#lib/auth/safe-path.ts";
import { signUpWithForm } from "./actions.ts";

export const metadata: Metadata = { title: "Create an account" };

export default async function SignUpPage({ searchParams }: PageProps<"/signup">) {
  const next = safePath((await searchParams).next);
  if (await currentUser()) redirect(next as Route);

  return (
    <Gate
      title="Create an account"
      description="Your channels, their messages and their health, in one place."
      footer={
        <p>
          Already have one? <TextLink href={`/login?next=${encodeURIComponent(next)}`}>Sign in</TextLink>
        </p>
      }
    >
      <SignUpForm signUp={signUpWithForm} next={next} />
    </Gate>
  );
}
