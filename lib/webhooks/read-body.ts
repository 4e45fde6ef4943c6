import { fail, ok, type Result } from "#lib/result.ts";

/** WhatsApp's largest delivery. */
export const largestBodyBytes = 3 * 1024 * 1024;

/** The request's exact bytes. A body that says it is too large is not read; one that does not say it, not to its end. */
export async function readBody(request: Request): Promise<Result<Uint8Array, "too_large" | "broken">> {
  if (Number(request.headers.get("content-length") ?? 0) > largestBodyBytes) return fail("too_large");
  if (!request.body) return ok(new Uint8Array());

  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body) {
      length += chunk.byteLength;
      // Leaving the loop cancels the stream.
      if (length > largestBodyBytes) return fail("too_large");
      chunks.push(chunk);
    }
  } catch {
    return fail("broken");
  }

  const [only] = chunks;
  return ok(only && chunks.length === 1 ? only : Buffer.concat(chunks, length));
}
