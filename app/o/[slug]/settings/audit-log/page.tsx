import type { Metadata, Route } from "next";
import { AuditTable } from "#components/settings/audit-table.tsx";
import { SettingsTabs } from "#components/settings/settings-tabs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { NoPermission } from "#components/ui/no-permission.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listAuditEvents } from "#lib/audit/queries.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { hasRole } from "#lib/organizations/roles.ts";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditLogPage({
  params,
  searchParams,
}: PageProps<"/o/[slug]/settings/audit-log">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const { before } = await searchParams;

  return (
    <>
      <PageHeader title="Audit log" />
      <SettingsTabs slug={slug} current="audit-log" />
      {hasRole(member, "admin") ? (
        <AuditPage page={await listAuditEvents(member, before)} slug={slug} isFirst={!before} />
      ) : (
        <NoPermission title="The audit log is for owners and admins">
          Ask one of them if you need to know who changed something.
        </NoPermission>
      )}
    </>
  );
}

type AuditPageProps = { page: Awaited<ReturnType<typeof listAuditEvents>>; slug: string; isFirst: boolean };

function AuditPage({ page, slug, isFirst }: AuditPageProps) {
  const here = `/o/${slug}/settings/audit-log`;

  return (
    <>
      <p className="mb-4 text-muted">
        Who did what, when and from where. Nobody can change or delete what stands here.
      </p>
      <AuditTable events={page.events} />
      <nav aria-label="Pages of the audit log" className="mt-3 flex justify-between gap-2">
        {isFirst ? <span /> : <ButtonLink href={here as Route}>Newest</ButtonLink>}
        {page.older && <ButtonLink href={`${here}?before=${page.older}` as Route}>Older</ButtonLink>}
      </nav>
    </>
  );
}
