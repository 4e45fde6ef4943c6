import { readScope } from "#lib/analytics/read-scope.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { parseContentFilter } from "#lib/social/content-filter.ts";
import { exportContent } from "#lib/social/export-content.ts";

/** The posts that the table shows under the same address, as a file for spreadsheets. */
export async function GET(request: Request, { params }: RouteContext<"/o/[slug]/analytics/content/export">) {
  const member = await requireMember((await params).slug);

  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { filter, ignored } = parseContentFilter(query);
  const scope = await readScope(member, query);
  const left = [...scope.ignored, ...ignored];
  // What was not understood would be left out, and more exported than was asked for.
  if (left.length > 0) return said(400, `Part of this address could not be read: ${left.join(", ")}.`);

  const answer = await knock("export", member);
  if (!answer.allowed) return said(429, tooManyAttempts(answer));

  const { connectionIds } = scope;
  const question = { range: scope.filter.range, connectionIds, filter };
  const made = await exportContent(member, question, await visitor());
  if (!made.ok) return said(403, "Only owners and admins can export posts. Ask one of them.");

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
