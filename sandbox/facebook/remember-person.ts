import type { Context } from "hono";
import { setCookie } from "hono/cookie";

export const personCookie = "sandbox_person";

/** The dialog opens next time for whoever was here last. */
export function rememberPerson(context: Context, personId: string) {
  setCookie(context, personCookie, personId, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    maxAge: 30 * 86_400,
  });
}
