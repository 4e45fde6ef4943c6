import type { Metadata } from "next";
import { LogoForm } from "#components/settings/logo-form.tsx";
import { SettingsTabs } from "#components/settings/settings-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { findBrand } from "#lib/brand/find-brand.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { removeLogo, saveBrandFromForm, saveLogoFromForm } from "./actions.ts";
import { BrandForm } from "./brand-form.tsx";

export const metadata: Metadata = { title: "Brand settings" };

export default async function BrandSettingsPage({ params }: PageProps<"/o/[slug]/settings/brand">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const { primaryColor, secondaryColor, logoPath } = await findBrand(member);
  const refusal = hasRole(member, "admin") ? undefined : "Only owners and admins can change the brand.";

  return (
    <>
      <PageHeader title="Brand settings" description="How your pages and reports look." />
      <SettingsTabs slug={slug} current="brand" />
      <div className="grid max-w-2xl gap-4">
        <BrandForm
          name={member.organizationName}
          colors={{ primary: primaryColor, secondary: secondaryColor }}
          refusal={refusal}
          save={saveBrandFromForm.bind(null, slug)}
        />
        <LogoForm
          name={member.organizationName}
          logo={logoPath && `/o/${slug}/settings/brand/logo?v=${encodeURIComponent(logoPath)}`}
          refusal={refusal}
          save={saveLogoFromForm.bind(null, slug)}
          remove={removeLogo.bind(null, slug)}
        />
      </div>
    </>
  );
}
