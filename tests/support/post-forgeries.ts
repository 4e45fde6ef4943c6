import { Agent, request } from "node:http";
import type { Forgery } from "./forgeries.ts";

type Options = { origin: string; forgeries: Iterator<Forgery, unknown>; count: number; inFlight: number };

/** Posts so many forgeries, so many at a time; how often each status was the answer. */
export async function postForgeries({
  origin,
  forgeries,
  count,
  inFlight,
}: Options): Promise<Map<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const statuses = new Map<number, number>();
  let left = count;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left > 0) {
        left -= 1;
        const status = await post(origin, agent, forgeries.next().value as Forgery);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );
  agent.destroy();
  return statuses;
}

function post(origin: string, agent: Agent, { path, method, headers, body }: Forgery): Promise<number> {
  const more = { "content-length": body.byteLength };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      origin + path,
      { method, agent, headers: { ...headers, ...more } },
      (incoming) => {
        incoming.resume().on("end", () => resolve(incoming.statusCode ?? 0));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
