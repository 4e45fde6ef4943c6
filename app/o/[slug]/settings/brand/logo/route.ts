import { requireMember } from "#lib/auth/require-member.ts";
import { supabase } from "#lib/auth/supabase.ts";
import { findBrand } from "#lib/brand/find-brand.ts";
import { logoResponse } from "#lib/brand/logo-response.ts";

/** The organization's logo, for its members. */
export async function GET(_: Request, { params }: RouteContext<"/o/[slug]/settings/brand/logo">) {
  const member = await requireMember((await params).slug);
  const { logoPath } = await findBrand(member);
  return logoResponse((await supabase()).storage, logoPath);
}
