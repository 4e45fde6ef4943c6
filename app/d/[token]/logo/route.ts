import { logoResponse } from "#lib/brand/logo-response.ts";
import { openShare } from "#lib/deliverables/open-share.ts";
import { serviceStorage } from "#lib/storage/service-storage.ts";

/** The logo of whose report is shared, for its page: a token cannot be guessed, and a logo is public anyway. */
export async function GET(_: Request, { params }: RouteContext<"/d/[token]/logo">) {
  const opened = await openShare((await params).token, { isView: false });
  return logoResponse(serviceStorage(), opened.ok ? opened.value.logoPath : null);
}
