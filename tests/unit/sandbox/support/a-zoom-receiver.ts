import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Delivery = { headers: IncomingHttpHeaders; body: string };

/** Answers every challenge, signed or not, and events with these statuses, the last one for ever. */
export async function aZoomReceiver(secret: string, ...statuses: number[]) {
  const deliveries: Delivery[] = [];
  const challenges: Delivery[] = [];
  const waiting = new Set<() => void>();
  let key = secret;

  const server = createServer(async (request, response) => {
    const delivery = { headers: request.headers, body: Buffer.concat(await request.toArray()).toString() };
    const { event, payload } = JSON.parse(delivery.body);
    if (event === "endpoint.url_validation") {
      challenges.push(delivery);
      const encryptedToken = createHmac("sha256", key).update(payload.plainToken).digest("hex");
      response.setHeader("content-type", "application/json");
      return response.end(JSON.stringify({ plainToken: payload.plainToken, encryptedToken }));
    }
    response.writeHead(statuses[Math.min(deliveries.length, statuses.length - 1)] ?? 200).end();
    deliveries.push(delivery);
    for (const wake of waiting) wake();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    deliveries,
    challenges,
    forgetSecret: () => {
      key = "another";
    },
    async received(count: number): Promise<[Delivery, ...Delivery[]]> {
      while (deliveries.length < count) await new Promise<void>((resolve) => waiting.add(resolve));
      const [first, ...others] = deliveries;
      if (!first) throw new Error("ask for one delivery at least");
      return [first, ...others];
    },
  };
}
