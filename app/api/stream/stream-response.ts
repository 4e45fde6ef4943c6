import { sessionLives } from "#lib/auth/session-lives.ts";
import { eventStream } from "#lib/live/event-stream.ts";
import type { Topic } from "#lib/live/topics.ts";
import { findMembership, type Member } from "#lib/organizations/membership.ts";

type Told = {
  /** What is said of a topic that changed, in one line of text. */
  data: (topic: Topic) => Promise<string>;
  /** What was heard last on another line, which this one takes up. */
  after?: string | null;
};

/** Answers a member's browser with what changes in the organization, as server-sent events, while they may hear it. */
export async function streamResponse(request: Request, member: Member, told: Told): Promise<Response> {
  const { data, after = null } = told;
  const signedIn = await sessionLives();
  const stream = eventStream({
    data,
    userId: member.userId,
    organizationId: member.organizationId,
    lastHeard: request.headers.get("last-event-id") ?? after,
    mayStillListen: async () =>
      (await findMembership(member, member.organizationSlug)) !== undefined && (await signedIn()),
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
