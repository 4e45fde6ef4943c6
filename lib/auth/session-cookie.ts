import "server-only";
import type { CookieOptionsWithName } from "@supabase/ssr";
import { env } from "#lib/env.ts";

/**
 * The session never has to be read by a script: everything that needs it runs on the server. The port is part of
 * the name because cookies ignore ports, and two clones on one machine would sign each other out.
 */
export function sessionCookie(): CookieOptionsWithName {
  const { protocol, port } = new URL(env.APP_URL);
  const secure = protocol === "https:";
  const name = ["trunkline-session", port].filter(Boolean).join("-");

  return { name: secure ? `__Host-${name}` : name, httpOnly: true, secure, sameSite: "lax", path: "/" };
}
