import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Answer = { status?: number; type?: string; body?: string };
type Delivery = { url: string; headers: IncomingHttpHeaders; body: Buffer };

/** A webhook receiver that gives these answers, the last one for ever. */
export async function aTwilioReceiver(...answers: Answer[]) {
  const deliveries: Delivery[] = [];
  const waiting = new Set<() => void>();

  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const {
      status = 200,
      type,
      body: text = "",
    } = answers[Math.min(deliveries.length, answers.length - 1)] ?? {};
    deliveries.push({ url: request.url ?? "", headers: request.headers, body });
    response.writeHead(status, type ? { "content-type": type } : {}).end(text);
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
    async received(count: number): Promise<[Delivery, ...Delivery[]]> {
      while (deliveries.length < count) await new Promise<void>((resolve) => waiting.add(resolve));
      const [first, ...others] = deliveries;
      if (!first) throw new Error("ask for one delivery at least");
      return [first, ...others];
    },
  };
}
