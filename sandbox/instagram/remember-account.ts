import type { Context } from "hono";
import { setCookie } from "hono/cookie";

export const accountCookie = "sandbox_instagram";

/** The consent page opens next time for whichever account was here last. */
export function rememberAccount(context: Context, userId: string) {
  setCookie(context, accountCookie, userId, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    maxAge: 30 * 86_400,
  });
}
