import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as route from "#app/api/webhooks/meta/route.ts";
import { mount } from "#lib/front/mount.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { deliveryAnswers } from "#lib/webhooks/delivery-answers.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { flushRejections } from "#lib/webhooks/rejections.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaDelivery } from "#tests/support/meta-delivery.ts";

const answers = deliveryAnswers(metaWebhook);
const door = mount(answers, 500);
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

type Asked = { method: string; headers?: Record<string, string>; body?: string | Buffer | Buffer[] };

const { dynamic: _dynamic, ...methods } = route;
const handlers = new Map(Object.entries(methods));
async function both(path: string, init: Asked) {
  const handler = handlers.get(init.method);
  if (!handler) throw new Error(`the route has no ${init.method}`);
  return { front: await askFront(path, init), route: await answerOf(await handler(requestOf(path, init))) };
}

/** By hand, since fetch corrects what it is told to send. A list goes out in its pieces, without a length. */
async function askFront(path: string, { method, headers, body = "" }: Asked): Promise<Answer> {
  const request = httpRequest(origin + path, { method, headers: { ...headers, connection: "close" } });
  request.on("error", () => {});
  const answered = once(request, "response");
  if (Array.isArray(body)) {
    for (const piece of body) request.write(piece);
    request.end();
  } else request.end(body === "" ? undefined : body);

  const [response] = await answered;
  const given = Object.entries<string>(response.headers).filter(([name]) => !framing.includes(name));
  return { status: response.statusCode, headers: Object.fromEntries(given), body: await text(response) };
}

function requestOf(path: string, { method, headers, body }: Asked): Request {
  const url = `http://localhost:3000${path}`;
  if (!Array.isArray(body))
    return new Request(url, { method, headers, body: body ? new Uint8Array(Buffer.from(body)) : null });
  const stream = Readable.toWeb(Readable.from(body)) as ReadableStream;
  return new Request(url, { method, headers, body: stream, duplex: "half" } as RequestInit);
}

async function countOf(reason: string): Promise<number> {
  await flushRejections();
  const [row] = await sql`select sum(count)::int as count from webhook_rejections where reason = ${reason}`;
  return row?.count ?? 0;
}

const address = "/api/webhooks/meta";
const token = encodeURIComponent("a-verify-token-for-tests");

const signed = (body: Buffer, headers: Record<string, string> = {}): Asked => {
  const signature = `sha256=${createHmac("sha256", process.env.META_APP_SECRET ?? "")
    .update(body)
    .digest("hex")}`;
  return {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": signature, ...headers },
    body,
  };
};
const inPieces = (body: Buffer): Asked => ({
  ...signed(body),
  body: [body.subarray(0, 7), body.subarray(7)],
});
const event = () => metaDelivery(messageTo("123456789"));
const withHeaders = (headers: Record<string, string>) => metaDelivery(messageTo("123456789"), { headers });
const withoutType = ({
  headers: { "content-type": _, ...headers },
  ...rest
}: ReturnType<typeof metaDelivery>) => ({
  ...rest,
  headers,
});
const manyChanges = (count: number) => {
  const change = (index: number) => ({
    field: "feed",
    value: { item: "post", verb: "add", post_id: `1_${index}` },
  });
  const entry = [
    { id: "123456789", time: Date.now(), changes: Array.from({ length: count }, (_, i) => change(i)) },
  ];
  return metaDelivery({ object: "page", entry });
};
const notUtf8 = Buffer.concat([
  Buffer.from('{"object":"page","entry":[{"id":"123456789","messaging":[{"message":{"mid":"m_x","text":"'),
  Buffer.from([0xff, 0xfe, 0xc3, 0x28]),
  Buffer.from('"}}]}]}'),
]);
const megabytes = (count: number) => Array.from({ length: count }, () => Buffer.alloc(1024 * 1024, "x"));

test.each<[string, string, Asked, number, string]>([
  [
    "a handshake",
    `?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`,
    { method: "GET" },
    200,
    "1158201444",
  ],
  [
    "a wrong handshake",
    "?hub.mode=subscribe&hub.verify_token=no&hub.challenge=1",
    { method: "GET" },
    403,
    "bad_handshake",
  ],
  ["a signed event", "", event(), 200, ""],
  ["a signed delivery of nothing", "", metaDelivery({ object: "page", entry: [] }), 200, ""],
  ["a thousand changes in one body", "", manyChanges(1_000), 200, ""],
  ["an event in pieces, without a length", "", inPieces(Buffer.from(event().body)), 200, ""],
  ["an unsigned one", "", { method: "POST", body: "{}" }, 401, "missing_signature"],
  [
    "one signed by someone else",
    "",
    metaDelivery("{}", { secret: "someone else's secret" }),
    401,
    "bad_signature",
  ],
  ["one that is no JSON", "", metaDelivery("{"), 400, "unparsable"],
  ["an empty one", "", metaDelivery(""), 400, "unparsable"],
  ["one that says it is too large", "", metaDelivery("x".repeat(3 * 1024 * 1024 + 1)), 413, "too_large"],
  ["one that is too large and does not say so", "", { method: "POST", body: megabytes(4) }, 413, "too_large"],
  ["one as large as may be", "", signed(Buffer.alloc(3 * 1024 * 1024, " ")), 400, "unparsable"],
  ["no content type", "", withoutType(event()), 200, ""],
  ["an odd content type", "", withHeaders({ "content-type": "text/plain; charset=utf-16" }), 200, ""],
  // The signature is over the bytes as they come: no platform compresses, and nothing is unpacked for a stranger.
  ["a compressed one", "", signed(gzipSync(event().body), { "content-encoding": "gzip" }), 400, "unparsable"],
  ["a content encoding that is not so", "", withHeaders({ "content-encoding": "br" }), 200, ""],
  ["one that is not UTF-8", "", signed(notUtf8), 200, ""],
  ["another method", "", { method: "PUT", body: "{}" }, 405, "wrong_method"],
  ["a method without a body", "", { method: "DELETE" }, 405, "wrong_method"],
  ["a preflight", "", { method: "OPTIONS" }, 405, "wrong_method"],
])("both mounts answer alike: %s", async (_, query, init, status, body) => {
  const { front, route } = await both(address + query, init);
  expect(front).toEqual(route);
  expect(front).toMatchObject({ status, body });
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

test("a body that comes too slowly is given up, counted, and both mounts say so alike", async () => {
  const request = httpRequest(origin + address, { method: "POST" });
  request.on("error", () => {});
  request.write("{");
  const [response] = await once(request, "response");
  request.destroy();

  let cancelled = false;
  const endless = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from("{")),
    cancel: () => {
      cancelled = true;
    },
  });
  const init = { method: "POST", body: endless, duplex: "half" } as RequestInit;
  const door = receiver(metaWebhook, { timeoutMs: 50 });
  const other = await answerOf(await door(new Request(`http://localhost:3000${address}`, init)));

  expect([response.statusCode, response.headers["content-type"], response.headers.connection]).toEqual([
    408,
    "text/plain",
    "close",
  ]);
  expect(other).toMatchObject({ status: 408, body: "too_slow", headers: { "content-type": "text/plain" } });
  expect(cancelled).toBe(true);
  expect(await countOf("too_slow")).toBe(2);
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
  const before = await countOf(reason);
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.write(text);
  const chunks = await socket.toArray();
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 400 /);
  expect(await countOf(reason)).toBe(before + 1);
});
