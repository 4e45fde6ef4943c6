import type { NextRequest } from "next/server";
import { currentUser } from "#lib/auth/require-user.ts";
import { sessionLives } from "#lib/auth/session-lives.ts";
import { eventStream } from "#lib/live/event-stream.ts";
import { findMembership } from "#lib/organizations/membership.ts";

export const dynamic = "force-dynamic";

/** What changes in an organization, told to its members as it happens. A stranger's slug and a wrong one are alike. */
export async function GET(request: NextRequest): Promise<Response> {
  const user = await currentUser();
  if (!user) return new Response("Sign in first.", { status: 401 });

  const query = request.nextUrl.searchParams;
  const slug = query.get("organization") ?? "";
  const member = await findMembership(user, slug);
  if (!member) return new Response("Not found.", { status: 404 });

  const signedIn = await sessionLives();
  const stream = eventStream({
    userId: user.userId,
    organizationId: member.organizationId,
    // A browser says it by itself, but not on a line that it had to open anew.
    lastHeard: request.headers.get("last-event-id") ?? query.get("after"),
    mayStillListen: async () => (await findMembership(user, slug)) !== undefined && (await signedIn()),
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
