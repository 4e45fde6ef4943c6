import "server-only";
import { createServerClient } from "@supabase/ssr";
import type { NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env.ts";
import { sessionCookie } from "./session-cookie.ts";

/**
 * Renews a session that is about to run out, for the page behind this request and for the browser. Returns what to
 * put on the response. Asks the auth server nothing while the access token is still good.
 */
export async function refreshSession(request: NextRequest): Promise<(response: NextResponse) => void> {
  const applied: ((response: NextResponse) => void)[] = [];

  const client = createServerClient(env.NEXT_PUBLIC_SUPABASE_URL, env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
    cookieOptions: sessionCookie(),
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll(changed, headers) {
        for (const { name, value } of changed) request.cookies.set(name, value);
        applied.push((response) => {
          for (const { name, value, options } of changed) response.cookies.set(name, value, options);
          for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
        });
      },
    },
  });
  await client.auth.getSession();

  return (response) => {
    for (const apply of applied) apply(response);
  };
}
