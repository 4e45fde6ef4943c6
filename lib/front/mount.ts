import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "#lib/log.ts";
import type { RejectionReason } from "#lib/providers/contract.ts";
import { readRequest } from "./read-request.ts";

type Options = {
  receive: (request: Request) => Promise<Response>;
  /** Hears of what was refused here, before the receiver could. */
  onRefused: (reason: RejectionReason) => void;
  bodyTimeoutMs?: number;
};

/** Puts a receiver on node:http: it is asked the same as in a route handler, and its answer goes out as it is. */
export function mount({ receive, onRefused, bodyTimeoutMs }: Options) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const reading = await readRequest(incoming, bodyTimeoutMs);
    if (reading.kind === "gone") return;
    if (reading.kind === "unreadable") {
      onRefused(reading.reason);
      return send(incoming, outgoing, refusal(reading.status));
    }

    try {
      await send(incoming, outgoing, await receive(reading.request));
    } catch (error) {
      log().error({ err: error, path: incoming.url?.split("?")[0] }, "receiver failed");
      await send(incoming, outgoing, refusal(500));
    }
  };
}

const refusal = (status: number) => new Response(null, { status });

async function send(incoming: IncomingMessage, outgoing: ServerResponse, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const headers: Record<string, string | number> = Object.fromEntries(response.headers);
  headers["content-length"] = body.byteLength;
  // What was not read to its end cannot be followed by another request.
  if (!incoming.complete) headers.connection = "close";

  outgoing.writeHead(response.status, headers);
  outgoing.end(body);
}
