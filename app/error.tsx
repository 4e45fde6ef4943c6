"use client";

import { type ErrorPageProps, UnexpectedError } from "#components/ui/unexpected-error.tsx";

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <main>
      <UnexpectedError {...props} />
    </main>
  );
}
