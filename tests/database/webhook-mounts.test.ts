import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as route from "#app/api/webhooks/[...path]/route.ts";
import { mount } from "#lib/front/mount.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaDelivery } from "#tests/support/meta-delivery.ts";

const refusedByFront: string[] = [];
const door = mount({
  receive: receiver(metaWebhook),
  onRefused: (reason) => refusedByFront.push(reason),
  bodyTimeoutMs: 500,
});
const server = createServer((incoming, outgoing) => void door(incoming, outgoing));
let origin = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Answer = { status: number; headers: Record<string, string>; body: string };
/** What node:http adds to any answer, whoever gave it. */
const framing = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];

async function answerOf(response: Response): Promise<Answer> {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !framing.includes(name)));
  return { status: response.status, headers, body: await response.text() };
}

const handlers = new Map(Object.entries(route));
async function both(path: string, init: { method: string; headers?: Record<string, string>; body?: string }) {
  const handler = handlers.get(init.method);
  if (!handler) throw new Error(`the route has no ${init.method}`);
  return {
    front: await answerOf(await fetch(origin + path, init)),
    route: await answerOf(await handler(new Request(`http://localhost:3000${path}`, init))),
  };
}

const address = "/api/webhooks/meta";
const token = encodeURIComponent("a-verify-token-for-tests");

test.each([
  [
    "a handshake",
    `?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`,
    { method: "GET" },
    200,
  ],
  ["a wrong handshake", "?hub.mode=subscribe&hub.verify_token=no&hub.challenge=1", { method: "GET" }, 403],
  ["a signed event", "", metaDelivery(messageTo("123456789")), 200],
  ["a signed delivery of nothing", "", metaDelivery({ object: "page", entry: [] }), 200],
  ["an unsigned one", "", { method: "POST", body: "{}" }, 401],
  ["one signed by someone else", "", metaDelivery("{}", { secret: "someone else's secret" }), 401],
  ["one that is no JSON", "", metaDelivery("{"), 400],
  ["an empty one", "", metaDelivery(""), 400],
  ["one too large", "", metaDelivery("x".repeat(3 * 1024 * 1024 + 1)), 413],
  ["another method", "", { method: "PUT", body: "{}" }, 405],
  ["a method without a body", "", { method: "DELETE" }, 405],
  ["a preflight", "", { method: "OPTIONS" }, 405],
])("both mounts answer alike: %s", async (_, query, init, status) => {
  const answers = await both(address + query, init);
  expect(answers.front.status).toBe(status);
  expect(answers.front).toEqual(answers.route);
});

test("bytes arrive in the front as they were sent, however they are cut", async () => {
  const connection = await aConnection(await anOrganization());
  const { headers, body } = metaDelivery(messageTo(connection.externalId, { text: "äöå 👍 \\u00e4" }));
  const request = httpRequest(origin + address, { method: "POST", headers });
  const answered = once(request, "response");
  // In pieces that cut through characters, and without a length: chunked.
  const bytes = Buffer.from(body);
  for (let at = 0; at < bytes.length; at += 7) request.write(bytes.subarray(at, at + 7));
  request.end();

  const [response] = await answered;
  expect(response.statusCode).toBe(200);
  expect(await sql`select from webhook_events where connection_id = ${connection.id}`).toHaveLength(1);
});

test("a body that never says its length is not read beyond the limit", async () => {
  const request = httpRequest(origin + address, { method: "POST" });
  request.on("error", () => {});
  const answered = once(request, "response");
  const megabyte = Buffer.alloc(1024 * 1024, "x");
  for (let sent = 0; sent < 4; sent += 1) request.write(megabyte);
  const [response] = await answered;
  expect(response.statusCode).toBe(413);
  expect(response.headers.connection).toBe("close");
  request.destroy();
});

test("a body that comes too slowly is given up, and counted", async () => {
  refusedByFront.length = 0;
  const request = httpRequest(origin + address, { method: "POST" });
  request.on("error", () => {});
  request.write("{");
  const [response] = await once(request, "response");
  expect(response.statusCode).toBe(408);
  expect(refusedByFront).toEqual(["too_slow"]);
  request.destroy();
});

test("a client that leaves in the middle of its body leaves the front at work", async () => {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(`POST ${address} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf`);
  socket.destroy();
  const { front } = await both(address, { method: "GET" });
  expect(front.status).toBe(403);
});

test.each([
  [
    "a method the web does not know",
    "wrong_method",
    "TRACE /api/webhooks/meta HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
  ],
  ["an address that is none", "unparsable", "GET http:// HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
])("%s is a bad request, counted, and no crash", async (_, reason, text) => {
  refusedByFront.length = 0;
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.write(text);
  const chunks = await socket.toArray();
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 400 /);
  expect(refusedByFront).toEqual([reason]);
});
