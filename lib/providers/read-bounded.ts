/** The body of a request or an answer as text, or null when it is longer than `bytes`: then reading stops there. */
export async function readBounded(message: Request | Response, bytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;

  for await (const chunk of message.body ?? []) {
    length += chunk.length;
    if (length > bytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
