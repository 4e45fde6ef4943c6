import { ChevronRight } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { GuideFrame } from "#components/going-live/guide-frame.tsx";
import { Numbered } from "#components/going-live/numbered.tsx";
import { Card } from "#components/ui/card.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { currentUser } from "#lib/auth/require-user.ts";
import { listGuides } from "#lib/connections/guides.ts";

export const metadata: Metadata = { title: "How to go live" };

const steps = [
  {
    title: "A Supabase project",
    text: "It keeps the data and signs people in. Copy its addresses and keys into the environment, then run npm run db:migrate.",
  },
  {
    title: "The environment",
    text: "Set APP_URL to the public https address and leave PROVIDER_SANDBOX_URL out. From then on Connect leads to the real platforms.",
  },
  {
    title: "A machine that stays on",
    text: "npm start serves the app and works off its jobs. Put a proxy with TLS in front of it.",
  },
  {
    title: "An app at each platform",
    text: "A platform tells its messages to an app of yours. The pages below name what to make there, what to ask its review for, and the exact addresses to paste.",
  },
];

export default async function GoingLivePage() {
  const isSignedIn = (await currentUser()) !== null;

  return (
    <GuideFrame
      title="How to go live"
      description="The sandbox plays the platforms so that everything can be tried without an account on any of them. Going live replaces it, one part at a time."
    >
      <Numbered steps={steps} />
      <section aria-labelledby="platforms" className="grid gap-3">
        <h2 id="platforms" className="font-semibold text-lg">
          Each platform
        </h2>
        <ul className="grid gap-3 sm:grid-cols-2">
          {listGuides().map(({ id, name, isSetUp }) => (
            <li key={id}>
              <Card className="relative flex min-h-16 items-center gap-3 px-4 py-3 transition-colors hover:bg-sunken">
                <ProviderMark provider={id} />
                <Link
                  href={`/going-live/${id}` as Route}
                  className="min-w-0 flex-1 font-medium after:absolute after:inset-0"
                >
                  {name}
                </Link>
                {isSignedIn && (
                  <StatusBadge tone={isSetUp ? "good" : "idle"}>
                    {isSetUp ? "Set up" : "Not set up"}
                  </StatusBadge>
                )}
                <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
              </Card>
            </li>
          ))}
        </ul>
      </section>
      <p className="text-muted">
        Each value and where to find it stands in{" "}
        <code className="font-mono text-ink text-sm">docs/going-live.md</code>, beside the code.
      </p>
    </GuideFrame>
  );
}
