import type { NextRequest } from "next/server";
import { currentUser } from "#lib/auth/require-user.ts";
import { findMembership } from "#lib/organizations/membership.ts";
import { streamResponse } from "./stream-response.ts";

export const dynamic = "force-dynamic";

/** That something changed in an organization, told to its members as it happens. A stranger's slug and a wrong one are alike. */
export async function GET(request: NextRequest): Promise<Response> {
  const user = await currentUser();
  if (!user) return new Response("Sign in first.", { status: 401 });

  const query = request.nextUrl.searchParams;
  const member = await findMembership(user, query.get("organization") ?? "");
  if (!member) return new Response("Not found.", { status: 404 });

  // A browser says what it heard last by itself, but not on a line that it had to open anew.
  return streamResponse(request, member, {
    data: async () => "changed",
    after: query.get("after"),
  });
}
