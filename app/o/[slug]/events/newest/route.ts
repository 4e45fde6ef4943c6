import { streamResponse } from "#app/api/stream/stream-response.ts";
import type { SentEventPage } from "#components/events/event-page.ts";
import type { EventRow } from "#components/events/event-row.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { changedItems } from "#lib/live/changed-items.ts";
import type { Topic } from "#lib/live/topics.ts";
import { parseEventFilter } from "#lib/webhooks/event-filter.ts";
import { eventPage } from "../event-page.ts";

/**
 * The first page of the log under a filter. For a log that is live, as server-sent events beside all that the organization
 * is told, again whenever it changes: one that is told of a change and then has to ask for it has waited twice.
 */
export async function GET(request: Request, { params }: RouteContext<"/o/[slug]/events/newest">) {
  const member = await requireMember((await params).slug);
  const { filter } = parseEventFilter(Object.fromEntries(new URL(request.url).searchParams));
  const { before: _before, after: _after, ...conditions } = filter;

  if (request.headers.get("accept") === "text/event-stream") {
    const changed = changedItems<EventRow>();
    const data = async (topic: Topic) => {
      if (topic !== "events") return "changed";
      const page = await eventPage(member, conditions);
      return JSON.stringify({ ...page, rows: changed(page.rows) } satisfies SentEventPage);
    };
    return streamResponse(request, member, { data });
  }
  return Response.json(await eventPage(member, conditions), {
    headers: { "cache-control": "private, no-store" },
  });
}
