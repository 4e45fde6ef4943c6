import { requireMember } from "#lib/auth/require-member.ts";
import { parseEventFilter } from "#lib/webhooks/event-filter.ts";
import { eventChart } from "../event-chart.ts";

/** When the events of a filter came, for the log that shows it while events come in. */
export async function GET(request: Request, { params }: RouteContext<"/o/[slug]/events/histogram">) {
  const member = await requireMember((await params).slug);
  const { filter } = parseEventFilter(Object.fromEntries(new URL(request.url).searchParams));

  return Response.json(await eventChart(member, filter), {
    headers: { "cache-control": "private, no-store" },
  });
}
