import type { Metadata } from "next";
import { Wordmark } from "#components/frame/wordmark.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <main id="content" tabIndex={-1} className="mx-auto grid w-full max-w-sm grow content-center gap-4 px-4">
      <Wordmark />
      <h1 className="font-semibold text-xl tracking-tight">There is nothing at this address</h1>
      <p className="text-muted">
        It may be mistyped, gone, or belong to an organization you are not a member of.
      </p>
      <div>
        <ButtonLink href="/" variant="primary">
          Go to your dashboard
        </ButtonLink>
      </div>
    </main>
  );
}
