import { boundedBytes } from "#lib/bounded-bytes.ts";

/** The body of a request or an answer as text, or null when it is longer than `bytes`: then reading stops there. */
export async function readBounded(message: Request | Response, bytes: number): Promise<string | null> {
  const body = await boundedBytes(message, bytes);
  return body && Buffer.from(body).toString("utf8");
}
