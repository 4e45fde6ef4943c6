import { fail, ok, type Result } from "#lib/result.ts";

/** WhatsApp's largest delivery. */
export const largestBodyBytes = 3 * 1024 * 1024;

/** A platform sends its whole body at once. */
export const bodyTimeoutMs = 10_000;

/**
 * The request's exact bytes. A body that says it is too large is not read; one that does not say it, not to its end; one
 * that comes too slowly is given up.
 */
export async function readBody(
  request: Request,
  timeoutMs = bodyTimeoutMs,
): Promise<Result<Uint8Array, "too_large" | "too_slow" | "broken">> {
  if (Number(request.headers.get("content-length") ?? 0) > largestBodyBytes) return fail("too_large");
  if (!request.body) return ok(new Uint8Array());

  const reader = request.body.getReader();
  let isLate = false;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const giveUp = () => void reader.cancel().catch(() => {});
  // Nearly every body is read before this turn ends, and needs no timer.
  setImmediate(() => {
    if (isOver) return;
    // Cancelling ends the reading below, as if the body were over.
    timer = setTimeout(() => {
      isLate = true;
      giveUp();
    }, timeoutMs);
  });

  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      chunks.push(part.value);
      length += part.value.byteLength;
      if (length > largestBodyBytes) {
        giveUp();
        return fail("too_large");
      }
    }
    const [only] = chunks;
    if (isLate) return fail("too_slow");
    return ok(only && chunks.length === 1 ? only : Buffer.concat(chunks, length));
  } catch {
    return fail(isLate ? "too_slow" : "broken");
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}
