import type { IncomingMessage } from "node:http";

/** A request's bytes, or why there are none: more than the limit, too slowly, or the client left. */
export function readBytes(
  incoming: IncomingMessage,
  limit: number,
  timeoutMs: number,
): Promise<Uint8Array | "too_large" | "too_slow" | "gone"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (outcome: Uint8Array | "too_large" | "too_slow" | "gone") => {
      clearTimeout(timer);
      incoming.off("data", take);
      resolve(outcome);
    };

    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length > limit) settle("too_large");
    };
    const finish = () => {
      const [only] = chunks;
      settle(only && chunks.length === 1 ? only : Buffer.concat(chunks, length));
    };
    // Settling again does nothing; and an error that comes later has someone to hear it.
    const leave = () => settle("gone");

    const timer = setTimeout(() => settle("too_slow"), timeoutMs);
    incoming.on("data", take).on("end", finish).on("error", leave).on("close", leave);
  });
}
