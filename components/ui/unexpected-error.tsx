"use client";

import { ErrorState } from "./error-state.tsx";

/** What an error page gets from Next. */
export type ErrorPageProps = { error: unknown; retry: () => void };

/** The page that failed, in a person's words. `lost` says what became of what they were doing. */
export function UnexpectedError({ error, retry, lost }: ErrorPageProps & { lost?: string }) {
  return (
    <ErrorState title="This page could not be shown" reference={referenceOf(error)} retry={retry} level={1}>
      {lost ?? "Nothing was lost."} Try again; if it keeps happening, pass the reference on to whoever runs
      Trunkline for you.
    </ErrorState>
  );
}

function referenceOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : undefined;
}
