import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GeneralSettingsForm } from "#components/settings/general-settings-form.tsx";
import { OpeningHoursForm } from "#components/settings/opening-hours-form.tsx";
import { SettingsTabs } from "#components/settings/settings-tabs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { env } from "#lib/env.ts";
import { businessTypes } from "#lib/organizations/business-types.ts";
import { findOpeningHours } from "#lib/organizations/find-opening-hours.ts";
import { findOrganization } from "#lib/organizations/queries.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { timeZones } from "#lib/organizations/time-zones.ts";
import { changeFromForm, saveHoursFromForm } from "./actions.ts";

export const metadata: Metadata = { title: "Settings" };

export default async function GeneralSettingsPage({ params, searchParams }: PageProps<"/o/[slug]/settings">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const [found, days, { moved }] = await Promise.all([
    findOrganization(member),
    findOpeningHours(member),
    searchParams,
  ]);
  const organization = found ?? notFound();

  return (
    <>
      <PageHeader title="Settings" />
      <SettingsTabs slug={slug} current="general" />
      {moved !== undefined && (
        <Notice tone="good" className="mb-4 max-w-2xl">
          Saved. This is the new address; links to the old one no longer work.
        </Notice>
      )}
      <GeneralSettingsForm
        key={slug}
        organization={organization}
        zones={timeZones()}
        businessTypes={businessTypes}
        addressStart={`${new URL(env.APP_URL).host}/o/`}
        readOnly={!hasRole(member, "admin")}
        save={changeFromForm.bind(null, slug)}
      />
      <OpeningHoursForm
        days={days}
        readOnly={!hasRole(member, "admin")}
        save={saveHoursFromForm.bind(null, slug)}
      />
    </>
  );
}
