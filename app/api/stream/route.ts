import type { NextRequest } from "next/server";
import { currentUser } from "#lib/auth/require-user.ts";
import { eventStream } from "#lib/live/event-stream.ts";
import { findMembership } from "#lib/organizations/membership.ts";

export const dynamic = "force-dynamic";

/** What changes in an organization, told to its members as it happens. A stranger's slug and a wrong one are alike. */
export async function GET(request: NextRequest): Promise<Response> {
  const user = await currentUser();
  if (!user) return new Response("Sign in first.", { status: 401 });

  const slug = request.nextUrl.searchParams.get("organization") ?? "";
  const member = await findMembership(user, slug);
  if (!member) return new Response("Not found.", { status: 404 });

  const stream = eventStream({
    organizationId: member.organizationId,
    mayStillListen: async () => (await findMembership(user, slug)) !== undefined,
    signal: request.signal,
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream",
      // Compressing would hold notices back until there is enough to compress.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
