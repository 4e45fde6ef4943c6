import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { DemoSignIn } from "#components/auth/demo-sign-in.tsx";
import { Gate } from "#components/auth/gate.tsx";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { currentUser } from "#lib/auth/require-user.ts";
import { safePath } from "#lib/auth/safe-path.ts";
import { findDemoAccount } from "#lib/demo.ts";
import { lookUp } from "#lib/look-up.ts";
import { signInAsDemo, signInWithForm } from "./actions.ts";

export const metadata: Metadata = { title: "Sign in" };

const notices: Record<string, { tone: "good" | "warn"; text: string }> = {
  "link-expired": {
    tone: "warn",
    text: "This link was already used or has expired. Sign in, or ask for a new one.",
  },
  "too-many-links": {
    tone: "warn",
    text: "Too many links were opened from here. Wait a minute and try again.",
  },
  "signed-out": { tone: "good", text: "You are signed out." },
};

export default async function SignInPage({ searchParams }: PageProps<"/login">) {
  const query = await searchParams;
  const next = safePath(query.next);
  if (await currentUser()) redirect(next as Route);

  const demo = await findDemoAccount();
  const notice = lookUp(notices, query.notice);

  return (
    <Gate
      title="Sign in"
      footer={
        <p>
          New here? <TextLink href={`/signup?next=${encodeURIComponent(next)}`}>Create an account</TextLink>
        </p>
      }
    >
      {notice && <Notice tone={notice.tone}>{notice.text}</Notice>}
      <SignInForm signIn={signInWithForm} next={next} />
      {demo && <DemoSignIn account={demo} signIn={signInAsDemo} />}
    </Gate>
  );
}
