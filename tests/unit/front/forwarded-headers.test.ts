import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addForwardedHeaders } from "#lib/front/forwarded-headers.ts";

/** The two parts of a request that matter here. */
function forwarded(remoteAddress: string, headers: IncomingHttpHeaders) {
  const incoming = { socket: { remoteAddress }, headers: { host: "app.example", ...headers } };
  addForwardedHeaders(incoming as unknown as IncomingMessage);
  return incoming.headers;
}

const lastOf = (headers: IncomingHttpHeaders) => String(headers["x-forwarded-for"]).split(",").at(-1)?.trim();

test("without a proxy the client's address is the socket's", () => {
  expect(forwarded("203.0.113.9", {})).toMatchObject({
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-proto": "http",
    "x-forwarded-host": "app.example",
  });
  expect(lastOf(forwarded("::ffff:203.0.113.9", {}))).toBe("203.0.113.9");
});

test("what a client on the internet writes about itself is not the last word", () => {
  const headers = forwarded("203.0.113.9", {
    "x-forwarded-for": "10.0.0.1",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
  });
  expect(lastOf(headers)).toBe("203.0.113.9");
  expect(headers).toMatchObject({ "x-forwarded-proto": "http", "x-forwarded-host": "app.example" });
});

test.each(["127.0.0.1", "::1", "10.1.2.3", "172.20.0.5", "192.168.1.1", "fd12::1", "::ffff:127.0.0.1"])(
  "a proxy of our own at %s is believed, and passes through unchanged",
  (address) => {
    const headers = forwarded(address, { "x-forwarded-for": "198.51.100.7", "x-forwarded-proto": "https" });
    expect(headers).toMatchObject({
      "x-forwarded-for": "198.51.100.7",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "app.example",
    });
  },
);
