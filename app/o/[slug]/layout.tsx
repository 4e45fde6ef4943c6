import type { Metadata } from "next";
import { cookies } from "next/headers";
import { leave } from "#app/(auth)/leave.ts";
import { BrandStyle } from "#components/frame/brand-style.tsx";
import { Frame } from "#components/frame/frame.tsx";
import { RememberOrganization } from "#components/frame/remember-organization.tsx";
import { parseTheme, themeCookie } from "#components/ui/theme.ts";
import { lastOrganizationCookie } from "#lib/auth/last-organization.ts";
import { currentMember, requireMember } from "#lib/auth/require-member.ts";
import { brandColors } from "#lib/organizations/brand-colors.ts";
import { findFrame, listOrganizations } from "#lib/organizations/queries.ts";

export async function generateMetadata({ params }: LayoutProps<"/o/[slug]">): Promise<Metadata> {
  const member = await currentMember((await params).slug);
  // The layout answers 404; refusing here too would leave that page without a title.
  if (!member) return { title: { absolute: "Not found · Trunkline", template: "Not found · Trunkline" } };

  const title = `${member.organizationName} · Trunkline`;
  return { title: { template: `%s · ${title}`, default: title } };
}

export default async function OrganizationLayout({ params, children }: LayoutProps<"/o/[slug]">) {
  const member = await requireMember((await params).slug);
  const [organizations, frame, jar] = await Promise.all([
    listOrganizations(member),
    findFrame(member),
    cookies(),
  ]);
  const { organizationSlug: slug, organizationName: name, email } = member;

  return (
    <>
      {frame.primaryColor && <BrandStyle colors={brandColors(frame.primaryColor)} />}
      <RememberOrganization cookie={lastOrganizationCookie} slug={slug} />
      <Frame
        organization={{ slug, name }}
        organizations={organizations}
        person={{ name: frame.personName, email }}
        theme={parseTheme(jar.get(themeCookie)?.value)}
        signOut={leave}
      >
        {children}
      </Frame>
    </>
  );
}
