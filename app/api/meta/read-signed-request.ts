import { readBounded } from "#lib/providers/read-bounded.ts";

const largestBytes = 16 * 1024;

/** The one field of Meta's callbacks, or null when the body is none of theirs. */
export async function readSignedRequest(request: Request): Promise<string | null> {
  const body = await readBounded(request, largestBytes);
  return body === null ? null : new URLSearchParams(body).get("signed_request");
}
