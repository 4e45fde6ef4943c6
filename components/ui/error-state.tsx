"use client";

import { CircleX } from "lucide-react";
import { Button } from "./button.tsx";

type ErrorStateProps = {
  title: string;
  /** Whether anything was lost, and what to do now. */
  children: React.ReactNode;
  /** What to quote when asking for help: Next's `error.digest`. */
  reference?: string;
  retry?: () => void;
  /** 1 where this is all the page has. */
  level?: 1 | 2;
};

/** Something of ours broke: what happened, what it cost, what to do, and what to quote. */
export function ErrorState({ title, children, reference, retry, level = 2 }: ErrorStateProps) {
  const Heading = level === 1 ? "h1" : "h2";

  return (
    <div role="alert" className="grid justify-items-center gap-2 px-6 py-14 text-center">
      <CircleX aria-hidden className="mb-1 size-7 text-bad" strokeWidth={1.5} />
      <Heading className="font-semibold text-lg">{title}</Heading>
      <div className="max-w-md text-balance text-muted">{children}</div>
      {retry && (
        <Button className="mt-3" onClick={retry}>
          Try again
        </Button>
      )}
      {reference && (
        <p className="mt-2 text-muted text-sm">
          Reference <code className="font-mono text-ink">{reference}</code>
        </p>
      )}
    </div>
  );
}
