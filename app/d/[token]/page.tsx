import { Download, ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BrandStyle } from "#components/frame/brand-style.tsx";
import { Wordmark } from "#components/frame/wordmark.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Notice } from "#components/ui/notice.tsx";
import { visitor } from "#lib/auth/visitor.ts";
import { openShare } from "#lib/deliverables/open-share.ts";
import { brandColors } from "#lib/organizations/brand-colors.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { dateWords, periodWords } from "#lib/reports/words.ts";

export const metadata: Metadata = {
  title: "A report for you",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function SharedReportPage({ params }: PageProps<"/d/[token]">) {
  const { token } = await params;
  const answer = await knock("share", await visitor());
  if (!answer.allowed) return <Ended title="Not now">{tooManyAttempts(answer)}</Ended>;

  const opened = await openShare(token, { isView: true });
  if (!opened.ok) {
    if (opened.error === "unknown") notFound();
    return (
      <Ended title="This link no longer works">
        It has expired or was taken back. Ask whoever sent it to you for a new one.
      </Ended>
    );
  }
  const { title, clientName, organizationName, periodFrom, periodTo, expiresAt, ...look } = opened.value;
  const file = `/d/${token}/file`;

  return (
    <>
      <BrandStyle colors={brandColors(look.primaryColor)} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-5xl grow flex-col gap-5 px-4 py-6"
      >
        <header className="flex flex-wrap items-end justify-between gap-4 border-line border-b pb-5">
          <div className="grid gap-3">
            {look.logoPath ? (
              // Only the file's owner knows its size; the height is what the layout needs.
              <span className="w-fit rounded-md p-2" style={{ background: "#ffffff" }}>
                {/* biome-ignore lint/performance/noImgElement: a picture of unknown size, behind a link that ends */}
                <img
                  src={`/d/${token}/logo`}
                  alt={organizationName}
                  className="h-10 w-auto max-w-48 object-contain"
                />
              </span>
            ) : (
              <p className="font-semibold text-lg">{organizationName}</p>
            )}
            <h1 className="text-balance font-semibold text-xl tracking-tight">{title}</h1>
            <p className="text-muted">
              {periodFrom && periodTo && `${periodWords({ from: periodFrom, to: periodTo })}, `}for{" "}
              {clientName}, by {organizationName}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <a href={file} target="_blank" rel="noreferrer" className={buttonStyle({ variant: "primary" })}>
              <ExternalLink aria-hidden />
              Open the PDF
            </a>
            <a href={`${file}?download`} download className={buttonStyle()}>
              <Download aria-hidden />
              Download
            </a>
          </div>
        </header>
        {/* Phones show only the first page of a framed PDF, if any: they get the buttons. */}
        <iframe
          src={file}
          title={`${title}, as a PDF`}
          loading="lazy"
          className="hidden min-h-[80dvh] w-full grow rounded-lg border border-line bg-surface md:block"
        />
        <p className="text-muted text-sm">
          This link works until {dateWords(expiresAt.toISOString().slice(0, 10))}. Whoever has it can open the
          report.
        </p>
      </main>
    </>
  );
}

function Ended({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-md grow content-center gap-4 px-4 py-10"
    >
      <Wordmark />
      <h1 className="text-balance font-semibold text-xl tracking-tight">{title}</h1>
      <Notice tone="idle">{children}</Notice>
    </main>
  );
}
