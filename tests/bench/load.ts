import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

export type Load = { perSecond: number; medianMs: number; p99Ms: number; refused: number };

type Options = { url: string; secret: string; pageId: string; inFlight: number; requests: number };

/** Posts signed single-message deliveries, so many at a time, and measures how they were answered. */
export async function load({ url, secret, pageId, inFlight, requests }: Options): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  // Signed beforehand: what is measured is the answering.
  const deliveries = Array.from({ length: requests }, () => delivery(pageId, secret));
  const tookMs: number[] = [];
  let refused = 0;

  const started = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (let next = deliveries.pop(); next; next = deliveries.pop()) {
        const sent = performance.now();
        if ((await post(url, agent, next)) !== 200) refused += 1;
        tookMs.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();

  tookMs.sort((left, right) => left - right);
  const at = (share: number) => tookMs[Math.floor(tookMs.length * share)] ?? 0;
  return { perSecond: requests / seconds, medianMs: at(0.5), p99Ms: at(0.99), refused };
}

type Delivery = { body: string; signature: string };

function delivery(pageId: string, secret: string): Delivery {
  const timestamp = Date.now();
  const message = { mid: `m_${randomUUID()}`, text: "Are you open on Sunday, and do you take walk-ins?" };
  const body = JSON.stringify({
    object: "page",
    entry: [
      {
        id: pageId,
        time: timestamp,
        messaging: [{ sender: { id: "6500000000000001" }, recipient: { id: pageId }, timestamp, message }],
      },
    ],
  });
  return { body, signature: `sha256=${createHmac("sha256", secret).update(body).digest("hex")}` };
}

function post(url: string, agent: Agent, { body, signature }: Delivery): Promise<number> {
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-hub-signature-256": signature,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: "POST", agent, headers }, (incoming) => {
      incoming.resume().on("end", () => resolve(incoming.statusCode ?? 0));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
