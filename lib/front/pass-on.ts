import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { createProxyServer, proxyUpgrade } from "httpxy";
import { log } from "#lib/log.ts";
import { addForwardedHeaders } from "./forwarded-headers.ts";
import { startingPage } from "./starting-page.ts";

const longestSilenceMs = 120_000;

/** Hands everything on to Next as it came: streams, cookies, `Host`; only the client's address is added. */
export function passOn(target: string) {
  const proxy = createProxyServer({ proxyTimeout: longestSilenceMs });

  async function request(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    addForwardedHeaders(incoming);
    try {
      await proxy.web(incoming, outgoing, { target });
    } catch (error) {
      answerForNext(incoming, outgoing, error);
    }
  }

  async function upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    addForwardedHeaders(incoming);
    try {
      await proxyUpgrade(target, incoming, socket, head, { xfwd: false });
    } catch (error) {
      log().debug({ err: error }, "upgrade not passed on");
    }
  }

  return { request, upgrade };
}

function answerForNext(incoming: IncomingMessage, outgoing: ServerResponse, error: unknown): void {
  // The answer had begun, or the client left: there is no one to tell.
  if (outgoing.headersSent || outgoing.destroyed) {
    outgoing.destroy();
    return;
  }
  log().warn({ err: error, path: incoming.url?.split("?")[0] }, "Next did not answer");
  const { headers, body } = startingPage(incoming.headers.accept ?? "");
  outgoing.writeHead(503, headers);
  outgoing.end(body);
}
