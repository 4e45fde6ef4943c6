import "server-only";
import type { CookieOptionsWithName } from "@supabase/ssr";
import { siteCookie } from "#lib/site-cookie.ts";

/** The session never has to be read by a script: everything that needs it runs on the server. */
export function sessionCookie(): CookieOptionsWithName {
  const { name, options } = siteCookie("session");
  return { name, ...options };
}
