import { Download, ExternalLink } from "lucide-react";
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { RemoveReport } from "#components/reports/remove-report.tsx";
import { ReportStatus } from "#components/reports/report-status.tsx";
import { RetryReport } from "#components/reports/retry-report.tsx";
import { ShareForm } from "#components/reports/share-form.tsx";
import { ShareList } from "#components/reports/share-list.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import { currentMember, requireMember } from "#lib/auth/require-member.ts";
import { findDeliverable } from "#lib/deliverables/find-deliverable.ts";
import { shareDays } from "#lib/deliverables/share-deliverable.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { removeFromForm, retryFromForm, revokeFromForm, shareFromForm } from "../actions.ts";
import { makerWords, periodOf } from "../report-row.ts";
import { toShare } from "./to-share.ts";

type Props = PageProps<"/o/[slug]/analytics/reports/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const member = await currentMember(slug);
  const report = member && (await findDeliverable(member, id));
  return { title: report?.title ?? "Report not found" };
}

export default async function ReportPage({ params }: Props) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const report = (await findDeliverable(member, id)) ?? notFound();

  const { title, status, error, clientName, createdAt, madeBy, bytes, shares } = report;
  const file = `/o/${slug}/analytics/reports/${id}/file`;
  const mayWrite = hasRole(member, "member");

  return (
    <>
      <LiveRefresh slug={slug} topics={["reports"]} />
      <PageHeader
        title={title}
        parent={{ href: `/o/${slug}/analytics/reports` as Route, label: "Reports" }}
        badge={<ReportStatus status={status} />}
        description={`${periodOf(report)}, for ${clientName}`}
        actions={
          <>
            {status === "ready" && (
              <>
                <a
                  href={file}
                  target="_blank"
                  rel="noreferrer"
                  className={buttonStyle({ variant: "primary" })}
                >
                  <ExternalLink aria-hidden />
                  Open the PDF
                </a>
                <a href={`${file}?download`} download className={buttonStyle()}>
                  <Download aria-hidden />
                  Download
                </a>
              </>
            )}
            {mayWrite && <RemoveReport title={title} remove={removeFromForm.bind(null, slug, id)} />}
          </>
        }
      />
      <div className="grid max-w-3xl gap-4">
        {status === "waiting" && (
          <Notice tone="idle" title="The report is being made">
            This usually takes a few seconds. The page shows it by itself; you need not wait here.
          </Notice>
        )}
        {status === "failed" && (
          <Notice
            tone="bad"
            title="The report could not be made"
            actions={mayWrite && <RetryReport retry={retryFromForm.bind(null, slug, id)} />}
          >
            {error}
          </Notice>
        )}
        <p className="text-muted">
          Made <Time value={createdAt} /> {makerWords(madeBy)}
          {bytes !== null && `, ${Math.max(1, Math.round(bytes / 1000)).toLocaleString("en")} kB`}
        </p>
        <Card aria-labelledby="sharing">
          <CardHeader
            id="sharing"
            title="Share by link"
            description="Who has the link sees this report and nothing else, without an account."
          />
          <CardBody className="grid gap-4">
            {status !== "ready" ? (
              <p className="text-muted">As soon as it is ready, it can be shared.</p>
            ) : mayWrite ? (
              <ShareForm days={shareDays} share={shareFromForm.bind(null, slug, id)} />
            ) : (
              <p className="text-muted">Viewers can read reports. Ask a member to share one.</p>
            )}
            {shares.length > 0 && (
              <ShareList
                shares={shares.map((share) => toShare(share, new Date()))}
                revoke={mayWrite ? revokeFromForm.bind(null, slug) : undefined}
              />
            )}
          </CardBody>
        </Card>
      </div>
    </>
  );
}
