import { FileChartColumn } from "lucide-react";
import type { Metadata, Route } from "next";
import { AnalyticsTabs } from "#components/analytics/analytics-tabs.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { ReportForm } from "#components/reports/report-form.tsx";
import { ReportList } from "#components/reports/report-list.tsx";
import { ScheduleForm } from "#components/reports/schedule-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readScope } from "#lib/analytics/read-scope.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { listDeliverables } from "#lib/deliverables/list-deliverables.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { providerName } from "#lib/providers/registry.ts";
import { findSchedule } from "#lib/reports/find-schedule.ts";
import { requestFromForm, scheduleFromForm } from "./actions.ts";
import { toRow } from "./report-row.ts";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage({
  params,
  searchParams,
}: PageProps<"/o/[slug]/analytics/reports">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const asked = await searchParams;
  const after = typeof asked.after === "string" ? asked.after : undefined;
  const [scope, { deliverables, next }, schedule] = await Promise.all([
    readScope(member, asked),
    listDeliverables(member, after),
    findSchedule(member),
  ]);
  const { filter, query, accounts, connectionIds, today } = scope;
  const here = `/o/${slug}/analytics/reports`;

  return (
    <>
      <PageHeader title="Reports" description="Figures and conversations as a PDF to hand over." />
      <AnalyticsTabs slug={slug} current="reports" query={query} />
      <LiveRefresh slug={slug} topics={["reports"]} />
      <div className="grid gap-4">
        {hasRole(member, "member") && (
          <ReportForm
            key={query}
            from={filter.range.from}
            to={filter.range.to}
            today={today}
            clientName={schedule?.clientName ?? member.organizationName}
            title="Social media report"
            accounts={accounts.map(({ id, displayName, provider }) => ({
              id,
              name: `${displayName} (${providerName(provider)})`,
              isChosen: connectionIds?.includes(id) ?? false,
            }))}
            request={requestFromForm.bind(null, slug)}
          />
        )}
        {deliverables.length === 0 ? (
          <Card>
            <EmptyState icon={FileChartColumn} title="No reports yet">
              Each report that is made stays here: to open it again, to share it by a link, to see how often
              it was opened.
            </EmptyState>
          </Card>
        ) : (
          <ReportList reports={deliverables.map((each) => toRow(each, here))} />
        )}
        {next && (
          <ButtonLink href={`${here}?after=${next}` as Route} className="justify-self-center">
            Older reports
          </ButtonLink>
        )}
        <ScheduleForm
          isOn={schedule?.isOn ?? false}
          clientName={schedule?.clientName ?? member.organizationName}
          recipients={schedule?.recipients ?? []}
          refusal={
            hasRole(member, "admin") ? undefined : "Only owners and admins can set the monthly report."
          }
          save={scheduleFromForm.bind(null, slug)}
        />
      </div>
    </>
  );
}
