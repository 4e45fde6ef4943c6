import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { mount } from "#lib/front/mount.ts";
import { stopListening } from "#lib/live/listen.ts";
import { webhookDoors } from "#lib/webhooks/doors.ts";
import { flushRejections } from "#lib/webhooks/rejections.ts";
import { sql } from "#tests/support/database.ts";
import { forgeries } from "#tests/support/forgeries.ts";
import { postForgeries } from "#tests/support/post-forgeries.ts";

const doors = new Map([...webhookDoors()].map(([path, { answers }]) => [path, mount(answers)]));
const server = createServer((incoming, outgoing) => {
  void doors.get(incoming.url?.split("?")[0] ?? "")?.(incoming, outgoing);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await stopListening();
});

test("two thousand forged and malformed deliveries: none accepted, none a fault of ours, a few rows written", async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secret = process.env.META_APP_SECRET ?? "";
  const began = Date.now();

  const statuses = await postForgeries({
    origin,
    forgeries: forgeries({ secret, pageId: "104000000000077" }),
    count: 2_000,
    inFlight: 16,
  });
  await flushRejections();

  expect([...statuses.keys()].filter((status) => status < 400 || status >= 500)).toEqual([]);
  expect(await sql`select from webhook_events`).toHaveLength(0);
  expect(await sql`select from webhook_receipts`).toHaveLength(0);

  const [counted] = await sql`
    select sum(count)::int as refusals, count(*)::int as rows, count(distinct (sender, reason))::int as causes from webhook_rejections`;
  const minutes = Math.ceil((Date.now() - began) / 60_000) + 1;
  expect(counted?.refusals).toBe(2_000);
  expect(counted?.rows).toBeLessThanOrEqual(counted?.causes * minutes);
  expect(counted?.causes).toBeLessThan(15);
});
