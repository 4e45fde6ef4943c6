import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { closeDatabase } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { listenHost } from "#lib/front/listen-host.ts";
import { mount } from "#lib/front/mount.ts";
import { passOn } from "#lib/front/pass-on.ts";
import { stopListening } from "#lib/live/listen.ts";
import { log } from "#lib/log.ts";
import { webhookDoors } from "#lib/webhooks/doors.ts";
import { makePartitions } from "#lib/webhooks/maintain-tables.ts";
import { flushRejections } from "#lib/webhooks/rejections.ts";
import { storage } from "#lib/webhooks/storage.ts";
import { within } from "#lib/webhooks/within.ts";

// The one process with an address of its own to listen on and another to pass to; both come from who starts it.
const port = Number(process.env.PORT ?? 3000);
const next = passOn(`http://127.0.0.1:${process.env.NEXT_PORT ?? 3001}`);

type Door = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
const doors = new Map<string, Door>([...webhookDoors()].map(([path, { answers }]) => [path, mount(answers)]));

/** Deliveries being answered; a stop waits for them and for nothing else. */
const receiving = new Set<Promise<void>>();

const server = createServer((incoming, outgoing) => {
  const door = doors.get(incoming.url?.split("?")[0] ?? "");
  if (!door) return void next.request(incoming, outgoing);

  const answer = door(incoming, outgoing).finally(() => receiving.delete(answer));
  receiving.add(answer);
});
// Longer than the minute after which load balancers let go, so that it is never us who closes a line in use.
server.keepAliveTimeout = 65_000;
server.on("upgrade", (incoming, socket, head) => void next.upgrade(incoming, socket, head));

const longestFarewellMs = 5_000;
let stopping = false;

async function stop(): Promise<void> {
  stopping = true;
  server.close();
  const farewell = new Promise((resolve) => setTimeout(resolve, longestFarewellMs).unref());
  await Promise.race([farewell, Promise.allSettled(receiving).then(() => storage.drained())]);
  await within(longestFarewellMs, flushRejections()).catch(() => {});
  // What is left are pages and live streams, which come back by themselves.
  server.closeAllConnections();
  await Promise.all([closeDatabase(), stopListening()]);
  log().info("front stopped");
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());

// Events of a week without a partition are kept aside, where they are slow to find; a worker may be away for weeks.
// Without a database there is nothing to prepare, and who delivers must hear that.
await within(10_000, makePartitions()).catch((error) =>
  log().warn({ err: error }, "partitions not made yet"),
);
if (!stopping) {
  server.listen({ port, host: listenHost(env.APP_URL) }, () => log().info({ port }, "front ready"));
}
