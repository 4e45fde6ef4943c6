import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "#lib/auth/content-security-policy.ts";
import { refreshSession } from "#lib/auth/refresh-session.ts";
import { requestPathHeader } from "#lib/auth/request-path.ts";
import { securityHeaders } from "#lib/auth/security-headers.ts";

/** Renews the session cookie and sets the headers every page has. It decides nothing: pages ask who is there. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const applySession = await refreshSession(request);

  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll("-", ""));
  const forwarded = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts.
  forwarded.set("Content-Security-Policy", policy);
  forwarded.set(requestPathHeader, request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value);
  applySession(response);
  return response;
}

export const config = {
  // Not what machines call (webhooks, health, callbacks) nor the few files we serve: they carry no session. A page
  // whose address only ends like a file is still a page. PDFs set headers of their own: under a page's policy a browser's
  // viewer shows nothing.
  matcher: [
    "/((?!api/(?:webhooks|health|ready|metrics|cron|meta)(?:/|$)|_next/static/|_next/image(?:/|$)|(?:icon\\.svg|favicon\\.ico|robots\\.txt)$|d/[^/]+/file$|o/[^/]+/analytics/reports/[^/]+/file$).*)",
  ],
};
