import type { Metadata } from "next";
import { EventRetentionForm } from "#components/settings/event-retention-form.tsx";
import { SettingsTabs } from "#components/settings/settings-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { findRetention } from "#lib/webhooks/find-retention.ts";
import { saveRetentionFromForm } from "./actions.ts";

export const metadata: Metadata = { title: "Events settings" };

export default async function EventSettingsPage({ params }: PageProps<"/o/[slug]/settings/events">) {
  const { slug } = await params;
  const member = await requireMember(slug);

  return (
    <>
      <PageHeader title="Events settings" />
      <SettingsTabs slug={slug} current="events" />
      <EventRetentionForm
        {...(await findRetention(member))}
        readOnly={!hasRole(member, "admin")}
        save={saveRetentionFromForm.bind(null, slug)}
      />
    </>
  );
}
