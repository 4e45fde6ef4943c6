import "server-only";
import { createServerClient } from "@supabase/ssr";
import { cookies } from "next/headers";
import { env } from "#lib/env.ts";
import { sessionCookie } from "./session-cookie.ts";

/** Supabase as the person of this request. One for each request: it holds their session. */
export async function supabase() {
  const jar = await cookies();

  return createServerClient(env.NEXT_PUBLIC_SUPABASE_URL, env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
    cookieOptions: sessionCookie(),
    cookies: {
      getAll: () => jar.getAll(),
      setAll(changed) {
        try {
          for (const { name, value, options } of changed) jar.set(name, value, options);
        } catch {
          // A page being rendered cannot set cookies. proxy.ts has refreshed the session before it.
        }
      },
    },
  });
}
