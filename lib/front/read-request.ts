import "server-only";
import type { IncomingMessage } from "node:http";
import type { RejectionReason } from "#lib/providers/contract.ts";
import { largestBodyBytes } from "#lib/webhooks/read-body.ts";

type Reading =
  | { kind: "request"; request: Request }
  | { kind: "unreadable"; status: 400 | 408; reason: RejectionReason }
  /** The client left; no one waits for an answer. */
  | { kind: "gone" };

const bodyTimeoutMs = 10_000;
const bodyless = ["GET", "HEAD"];
/** Methods that the web's own classes do not take. */
const unheardOf = ["CONNECT", "TRACE", "TRACK"];

/** The request that arrived on node:http as a `Request` with its exact bytes, at most one more than is allowed. */
export async function readRequest(incoming: IncomingMessage, timeoutMs = bodyTimeoutMs): Promise<Reading> {
  const method = incoming.method ?? "GET";
  const body =
    bodyless.includes(method) || saysTooLarge(incoming) ? undefined : await readBytes(incoming, timeoutMs);
  if (body === "late") return { kind: "unreadable", status: 408, reason: "too_slow" };
  if (body === "gone") return { kind: "gone" };

  try {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "localhost"}`);
    return { kind: "request", request: new Request(url, { method, headers: headersOf(incoming), body }) };
  } catch {
    const reason = unheardOf.includes(method) ? "wrong_method" : "unparsable";
    return { kind: "unreadable", status: 400, reason };
  }
}

/** Then the receiver refuses it by that header; there is no need to read it first. */
function saysTooLarge(incoming: IncomingMessage): boolean {
  return Number(incoming.headers["content-length"] ?? 0) > largestBodyBytes;
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}

function readBytes(
  incoming: IncomingMessage,
  timeoutMs: number,
): Promise<Uint8Array<ArrayBuffer> | "late" | "gone"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (outcome: "all" | "late" | "gone") => {
      clearTimeout(timer);
      incoming.off("data", take).off("end", finish).off("error", leave).off("close", leave);
      // An error that comes after the decision must not bring the process down.
      incoming.on("error", () => {});
      resolve(outcome === "all" ? Buffer.concat(chunks, length) : outcome);
    };
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length > largestBodyBytes) settle("all");
    };
    const finish = () => settle("all");
    const leave = () => settle("gone");

    const timer = setTimeout(() => settle("late"), timeoutMs);
    incoming.on("data", take).on("end", finish).on("error", leave).on("close", leave);
  });
}
