import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { callProvider, providerUrl } from "#lib/providers/http.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answers: Answer[] = [];
let requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(`${request.method} ${request.url}`);
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  answer?.(request, response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
// Read by the app on first use, which is inside the tests.
process.env.PROVIDER_SANDBOX_URL = origin;
afterAll(() => server.close());
beforeEach(() => {
  requests = [];
});

const json =
  (body: unknown, status = 200): Answer =>
  (_, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
const call = (method: "GET" | "POST" = "GET", more: object = {}) =>
  callProvider({ host: "graph.facebook.com", path: "/v26.0/me", method, ...more });

test("every host is a path of the stand-in when there is one", () => {
  expect(providerUrl("graph.facebook.com")).toBe(`${origin}/graph.facebook.com`);
});

test("an answer of any status is an answer, with its JSON", async () => {
  answers = [json({ error: { code: 190 } }, 400)];
  expect(await call()).toMatchObject({ ok: true, value: { status: 400, body: { error: { code: 190 } } } });
  expect(requests).toEqual(["GET /graph.facebook.com/v26.0/me"]);
});

test("what is not JSON is an answer without a body", async () => {
  answers = [(_, response) => response.writeHead(200).end("<html>")];
  expect(await call()).toMatchObject({ ok: true, value: { body: null } });
});

test("a GET is tried again after a 5xx, and the answer that comes then counts", async () => {
  answers = [json({}, 503), json({ id: "1" })];
  expect(await call()).toMatchObject({ ok: true, value: { status: 200, body: { id: "1" } } });
  expect(requests).toHaveLength(2);
});

test("a GET gives up after three tries with what it got", async () => {
  answers = [json({}, 502)];
  expect(await call()).toMatchObject({ ok: true, value: { status: 502 } });
  expect(requests).toHaveLength(3);
});

test("a POST is never tried again: it might have happened", async () => {
  answers = [json({}, 503)];
  await call("POST", { form: { a: "b" } });
  answers = [(request) => request.socket.destroy()];
  expect(await call("POST")).toEqual({ ok: false, error: "unreachable" });
  expect(requests).toHaveLength(2);
});

test("a redirect is not followed, so no token travels to another host", async () => {
  answers = [(_, response) => response.writeHead(302, { location: `${origin}/elsewhere` }).end()];
  expect(await call("GET", { query: { access_token: "EAAG" } })).toMatchObject({ value: { status: 302 } });
  expect(requests).toEqual(["GET /graph.facebook.com/v26.0/me?access_token=EAAG"]);
});

test("an answer without end is cut off, and silence ends at the deadline", async () => {
  answers = [(_, response) => response.writeHead(200).end(Buffer.alloc(6 * 1024 * 1024))];
  expect(await call()).toEqual({ ok: false, error: "too_large" });
  answers = [() => {}];
  expect(await call("POST", { timeoutMs: 50 })).toEqual({ ok: false, error: "unreachable" });
});
