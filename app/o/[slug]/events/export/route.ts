import { z } from "zod";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { parseEventFilter } from "#lib/webhooks/event-filter.ts";
import { exportEvents } from "#lib/webhooks/export-events.ts";
import { exportFormats } from "#lib/webhooks/export-formats.ts";

const Format = z.enum(exportFormats);

/** The events that the log shows under the same filter, as a file. */
export async function GET(request: Request, { params }: RouteContext<"/o/[slug]/events/export">) {
  const member = await requireMember((await params).slug);

  const { format, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  const wanted = Format.safeParse(format);
  const { filter, ignored } = parseEventFilter(query);
  if (!wanted.success) return said(400, "Add format=ndjson or format=csv to this address.");
  // What was not understood would be left out, and more exported than was asked for.
  if (ignored.length > 0) return said(400, `Part of this address could not be read: ${ignored.join(", ")}.`);

  const answer = await knock("export", member);
  if (!answer.allowed) return said(429, tooManyAttempts(answer));

  const made = await exportEvents(member, filter, wanted.data, await visitor());
  if (!made.ok) return said(403, "Only owners and admins can export events. Ask one of them.");

  const { body, contentType, fileName } = made.value;
  return new Response(body, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}

const said = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
