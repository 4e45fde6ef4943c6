import { cookies } from "next/headers";
import { requireUser } from "#lib/auth/require-user.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { answerAttempt } from "#lib/connections/answer-attempt.ts";
import { browserCookie } from "#lib/connections/browser-cookie.ts";
import { landingAddress } from "#lib/connections/landing-address.ts";

/** Where a platform's dialog sends people back to. Whoever is signed out meanwhile signs in and comes back here. */
export async function GET(request: Request, { params }: RouteContext<"/api/oauth/[provider]/callback">) {
  const person = await requireUser();
  const { provider } = await params;

  const jar = await cookies();
  const landing = await answerAttempt(person, {
    provider,
    query: new URL(request.url).searchParams,
    browserSecret: jar.get(browserCookie().name)?.value ?? null,
    visitor: await visitor(),
  });
  return new Response(null, {
    status: 303,
    headers: {
      location: landingAddress(provider, landing),
      "cache-control": "no-store",
      // The address that leads here holds the code; no page that follows may learn it.
      "referrer-policy": "no-referrer",
    },
  });
}
