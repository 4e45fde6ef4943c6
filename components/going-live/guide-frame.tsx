import type { ReactNode } from "react";
import { Wordmark } from "#components/frame/wordmark.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

type GuideFrameProps = {
  title: string;
  description: ReactNode;
  /** The index, on the pages under it. */
  back?: boolean;
  children: ReactNode;
};

/** A page of the guide: it stands outside of any organization, for whoever runs the installation. */
export function GuideFrame({ title, description, back, children }: GuideFrameProps) {
  return (
    <main id="content" tabIndex={-1} className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-10 sm:py-14">
      <Wordmark />
      <header className="grid gap-1">
        {back && (
          <nav aria-label="Breadcrumb" className="text-sm">
            <TextLink href="/going-live">How to go live</TextLink>
          </nav>
        )}
        <h1 className="text-balance font-semibold text-xl tracking-tight">{title}</h1>
        <p className="max-w-prose text-muted">{description}</p>
      </header>
      {children}
      <p>
        <TextLink href="/">Back to the dashboard</TextLink>
      </p>
    </main>
  );
}
