import { exportAnalytics } from "#lib/analytics/export-analytics.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";

const refusals = {
  "admins-only": [403, "Only owners and admins can export figures. Ask one of them."],
  "not-understood": [400, "Part of this address could not be read."],
} as const;

/** The figures that the page shows under the same address, as a file for spreadsheets. */
export async function GET(request: Request, { params }: RouteContext<"/o/[slug]/analytics/export">) {
  const member = await requireMember((await params).slug);

  const answer = await knock("export", member);
  if (!answer.allowed) return said(429, tooManyAttempts(answer));

  const query = Object.fromEntries(new URL(request.url).searchParams);
  const made = await exportAnalytics(member, query, await visitor());
  if (!made.ok) {
    const [status, text] = refusals[made.error];
    return said(status, text);
  }

  return new Response(made.value.text, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${made.value.fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}

const said = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
