import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Wordmark } from "#components/frame/wordmark.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import { findDeletion } from "#lib/connections/find-deletion.ts";

export const metadata: Metadata = { title: "Deletion of your data", robots: { index: false } };

export default async function DeletionPage({ params }: PageProps<"/deletion/[code]">) {
  const { code } = await params;
  const deletion = (await findDeletion(code)) ?? notFound();

  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-md grow content-center gap-4 px-4 py-10"
    >
      <Wordmark />
      <h1 className="text-balance font-semibold text-xl tracking-tight">Deletion of your data</h1>
      {deletion.completedAt ? (
        <Notice tone="good" title="Everything is deleted">
          It was finished <Time value={deletion.completedAt} />. Nothing that Meta told us about you is left.
        </Notice>
      ) : (
        <Notice tone="idle" title="Your request is being carried out">
          This takes a few minutes at most. You can come back to this page.
        </Notice>
      )}
      <p className="text-muted">
        You asked for this at Meta <Time value={deletion.requestedAt} />. Your code is{" "}
        <code className="font-mono text-ink text-sm">{code}</code>.
      </p>
    </main>
  );
}
