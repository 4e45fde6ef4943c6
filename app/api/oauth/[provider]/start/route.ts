import { cookies } from "next/headers";
import { requireUser } from "#lib/auth/require-user.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { beginAttempt } from "#lib/connections/begin-attempt.ts";
import { browserCookie } from "#lib/connections/browser-cookie.ts";
import { ConnectRequest } from "#lib/connections/input.ts";
import { randomSecret } from "#lib/crypto/random-secret.ts";
import { findMembership } from "#lib/organizations/membership.ts";
import { knock } from "#lib/rate-limit/knock.ts";

type Context = RouteContext<"/api/oauth/[provider]/start">;

/** The Connect button. */
export async function POST(request: Request, context: Context) {
  return start(Object.fromEntries(await request.formData()), context);
}

/** The same as a link, which a mail or a bookmark can hold. */
export async function GET(request: Request, context: Context) {
  return start(Object.fromEntries(new URL(request.url).searchParams), context);
}

async function start(fields: Record<string, unknown>, { params }: Context): Promise<Response> {
  const input = ConnectRequest.safeParse(fields);
  if (!input.success) return goTo("/");
  const { organization: slug, reconnect, again } = input.data;
  const connections = `/o/${encodeURIComponent(slug)}/connections`;
  const notice = (code: string) => goTo(`${connections}?notice=${code}`);

  // A route cannot show a page. That one tells a stranger, in the same words as ever, that there is nothing here.
  const member = await findMembership(await requireUser(), slug);
  if (!member) return goTo(connections);

  const { ip } = await visitor();
  const answer = await knock("oauth-start", { userId: member.userId, ip });
  if (!answer.allowed) return notice("too-many");

  const browserSecret = await rememberBrowser();
  const { provider } = await params;
  const begun = await beginAttempt(member, {
    provider,
    reconnect,
    askAgain: again !== undefined,
    browserSecret,
  });
  return begun.ok ? goTo(begun.value.href) : notice(begun.error);
}

/** One secret for all attempts of a browser: several windows may be connecting at once. */
async function rememberBrowser(): Promise<string> {
  const jar = await cookies();
  const { name, options } = browserCookie();
  const secret = jar.get(name)?.value || randomSecret();
  jar.set(name, secret, options);
  return secret;
}

const goTo = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
