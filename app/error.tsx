"use client";

import { type ErrorPageProps, UnexpectedError } from "#components/ui/unexpected-error.tsx";

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <main id="content" tabIndex={-1}>
      <UnexpectedError {...props} />
    </main>
  );
}
