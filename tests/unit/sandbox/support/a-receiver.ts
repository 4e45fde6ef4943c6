import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Delivery = { headers: IncomingHttpHeaders; body: Buffer };

/** A webhook receiver that passes the handshake and answers deliveries with these statuses, the last one for ever. */
export async function aReceiver(...statuses: number[]) {
  const deliveries: Delivery[] = [];
  let wake = () => {};

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://receiver");
    if (request.method === "GET") return response.end(url.searchParams.get("hub.challenge"));

    const body = Buffer.concat(await request.toArray());
    const status = statuses[Math.min(deliveries.length, statuses.length - 1)] ?? 200;
    deliveries.push({ headers: request.headers, body });
    response.writeHead(status).end();
    wake();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    deliveries,
    async received(count: number): Promise<Delivery[]> {
      while (deliveries.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return deliveries;
    },
  };
}
