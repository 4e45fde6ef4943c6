import type { Metadata } from "next";
import { Wordmark } from "#components/frame/wordmark.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export const metadata: Metadata = { title: "How to go live" };

const steps = [
  {
    title: "A Supabase project",
    text: "It keeps the data and signs people in. Copy its addresses and keys into the environment, then run npm run db:migrate.",
  },
  {
    title: "A Meta app",
    text: "Facebook tells its messages to an app of yours. Enter this address in its dashboard, and its id and secret in the environment.",
  },
  {
    title: "The environment",
    text: "Set APP_URL to the public https address and leave PROVIDER_SANDBOX_URL out. From then on Connect leads to the real platforms.",
  },
  {
    title: "A machine that stays on",
    text: "npm start serves the app and works off its jobs. Put a proxy with TLS in front of it.",
  },
];

export default function GoingLivePage() {
  return (
    <main id="content" tabIndex={-1} className="mx-auto grid w-full max-w-xl gap-6 px-4 py-10 sm:py-16">
      <Wordmark />
      <div className="grid gap-1">
        <h1 className="font-semibold text-xl tracking-tight">How to go live</h1>
        <p className="text-muted">
          The sandbox plays the platforms so that everything can be tried without an account on any of them.
          Going live replaces it, one part at a time.
        </p>
      </div>
      <ol className="grid gap-4">
        {steps.map(({ title, text }, index) => (
          <li key={title} className="flex gap-3">
            <span
              aria-hidden
              className="tabular grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft font-medium text-accent text-sm"
            >
              {index + 1}
            </span>
            <div className="grid gap-0.5">
              <h2 className="font-medium text-lg">{title}</h2>
              <p className="text-muted">{text}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className="text-muted">
        Each value and where to find it stands in{" "}
        <code className="font-mono text-ink text-sm">docs/going-live.md</code>, beside the code.
      </p>
      <p>
        <TextLink href="/">Back to the dashboard</TextLink>
      </p>
    </main>
  );
}
