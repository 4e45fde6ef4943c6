import "server-only";
import type { IncomingMessage } from "node:http";
import type { Delivery } from "#lib/providers/contract.ts";
import type { Unreadable } from "#lib/webhooks/delivery-answers.ts";
import { bodyTimeoutMs, largestBodyBytes } from "#lib/webhooks/read-body.ts";
import type { RefusedRequest } from "#lib/webhooks/rejection-sample.ts";
import { readBytes } from "./read-bytes.ts";

type Reading =
  | { kind: "delivery"; delivery: Delivery }
  | { kind: "unreadable"; why: Unreadable; request: RefusedRequest }
  /** The client left; no one waits for an answer. */
  | { kind: "gone" };

const bodyless = ["GET", "HEAD"];
/** Methods that the web's own `Request` does not take, so that the other mount knows none of them. */
const unheardOf = ["CONNECT", "TRACE", "TRACK"];

/** The delivery that arrived on node:http, with its exact bytes. */
export async function readDelivery(incoming: IncomingMessage, timeoutMs = bodyTimeoutMs): Promise<Reading> {
  const request = requestOf(incoming);
  const unreadable = (why: Unreadable): Reading => ({ kind: "unreadable", why, request });

  if (unheardOf.includes(request.method)) return unreadable("unheard_of_method");
  if (!isPath(incoming.url)) return unreadable("broken");
  if (bodyless.includes(request.method)) return deliveryOf(request, nothing);
  if (Number(incoming.headers["content-length"] ?? 0) > largestBodyBytes) return unreadable("too_large");

  const body = await readBytes(incoming, largestBodyBytes, timeoutMs);
  if (body === "gone") return { kind: "gone" };
  return typeof body === "string" ? unreadable(body) : deliveryOf(request, body);
}

const nothing = new Uint8Array();

type Request = Pick<Delivery, "method" | "url" | "headers">;

/** The address is taken apart only when someone asks for it, which most deliveries can do without. */
function requestOf(incoming: IncomingMessage): Request {
  let url: URL | undefined;
  return {
    method: incoming.method ?? "GET",
    headers: headersOf(incoming),
    get url() {
      // The host is anyone's to choose, and no one's to rely on.
      url ??= new URL(isPath(incoming.url) ? incoming.url : "/", "http://localhost");
      return url;
    },
  };
}

function deliveryOf(request: Request, body: Uint8Array): Reading {
  return { kind: "delivery", delivery: Object.assign(request, { body }) };
}

/** Whether a request's target is a path of ours; an address of its own or of another host is for a proxy. */
const isPath = (target = ""): target is string => target.startsWith("/") && !target.startsWith("//");

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    try {
      headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
    } catch {
      // Passed by the parser and still no header: nobody asks for it.
    }
  }
  return headers;
}
