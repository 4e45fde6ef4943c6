import { requireMember } from "#lib/auth/require-member.ts";
import { parseEventFilter } from "#lib/webhooks/event-filter.ts";
import { eventPage } from "../event-page.ts";

/** The first page of the log under a filter, for the log that shows it while events come in. */
export async function GET(request: Request, { params }: RouteContext<"/o/[slug]/events/newest">) {
  const member = await requireMember((await params).slug);
  const { filter } = parseEventFilter(Object.fromEntries(new URL(request.url).searchParams));
  const { before: _before, after: _after, ...conditions } = filter;

  return Response.json(await eventPage(member, conditions), {
    headers: { "cache-control": "private, no-store" },
  });
}
