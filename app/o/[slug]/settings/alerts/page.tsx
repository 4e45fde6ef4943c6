import type { Metadata } from "next";
import { AlertForm } from "#components/settings/alert-form.tsx";
import { SettingsTabs } from "#components/settings/settings-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { readAlertPreference } from "#lib/connections/read-alert-preference.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { saveAlertsFromForm } from "./actions.ts";

export const metadata: Metadata = { title: "Alerts" };

export default async function AlertsPage({ params }: PageProps<"/o/[slug]/settings/alerts">) {
  const { slug } = await params;
  const member = await requireMember(slug);

  return (
    <>
      <PageHeader title="Alerts" />
      <SettingsTabs slug={slug} current="alerts" />
      <AlertForm
        email={member.email}
        wanted={await readAlertPreference(member)}
        isAdmin={hasRole(member, "admin")}
        save={saveAlertsFromForm.bind(null, slug)}
      />
    </>
  );
}
