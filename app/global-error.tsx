"use client";

import "./globals.css";
import { type ErrorPageProps, UnexpectedError } from "#components/ui/unexpected-error.tsx";

/** Stands in for the root layout when that fails, so it brings its own document. */
export default function GlobalErrorPage(props: ErrorPageProps) {
  return (
    <html lang="en">
      <body className="antialiased">
        <title>Something broke · Trunkline</title>
        <main>
          <UnexpectedError {...props} />
        </main>
      </body>
    </html>
  );
}
