import { sameText } from "#lib/crypto/same-text.ts";

/** True when the request carries this token as its bearer. Without a token set, no request does. */
export function isBearer(request: Request, token: string | undefined): boolean {
  if (!token) return false;
  const sent = request.headers.get("authorization") ?? "";
  return sameText(sent, `Bearer ${token}`);
}
