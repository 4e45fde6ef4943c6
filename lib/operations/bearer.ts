import { createHash, timingSafeEqual } from "node:crypto";

/** True when the request carries this token as its bearer. Without a token set, no request does. */
export function isBearer(request: Request, token: string | undefined): boolean {
  if (!token) return false;
  const sent = request.headers.get("authorization") ?? "";
  return timingSafeEqual(digest(sent), digest(`Bearer ${token}`));
}

// Digests have one length, so the comparison tells not even how long the token is.
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
