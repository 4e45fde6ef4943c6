import { boundedBytes } from "#lib/bounded-bytes.ts";
import { fail, ok, type Result } from "#lib/result.ts";

/** WhatsApp's largest delivery. */
export const largestBodyBytes = 3 * 1024 * 1024;

/** The request's exact bytes. A body that says it is too large is not read; one that does not say it, not to its end. */
export async function readBody(request: Request): Promise<Result<Uint8Array, "too_large" | "broken">> {
  if (Number(request.headers.get("content-length") ?? 0) > largestBodyBytes) return fail("too_large");
  try {
    const bytes = await boundedBytes(request, largestBodyBytes);
    return bytes ? ok(bytes) : fail("too_large");
  } catch {
    return fail("broken");
  }
}
