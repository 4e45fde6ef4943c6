import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { addForwardedHeaders } from "#lib/front/forwarded-headers.ts";
import { parseProxies } from "#lib/front/parse-proxies.ts";

/** The two parts of a request that matter here. */
function forwarded(
  remoteAddress: string,
  headers: IncomingHttpHeaders,
  proxies?: string,
): IncomingHttpHeaders {
  const incoming = { socket: { remoteAddress }, headers: { host: "app.example", ...headers } };
  addForwardedHeaders(incoming as unknown as IncomingMessage, proxies ? parseProxies(proxies) : undefined);
  return incoming.headers;
}

/** Who called, through a proxy at 10.0.0.5 that wrote this. */
const caller = (forwardedFor: string, proxies = "10.0.0.0/8, fd00::/8") =>
  forwarded("10.0.0.5", { "x-forwarded-for": forwardedFor }, proxies)["x-forwarded-for"];

const forged = {
  "x-forwarded-for": "198.51.100.7",
  "x-forwarded-proto": "https",
  "x-forwarded-host": "evil.example",
  "x-forwarded-port": "1",
  "x-real-ip": "198.51.100.7",
  forwarded: "for=198.51.100.7",
};

test.each(["203.0.113.9", "::ffff:203.0.113.9"])(
  "without a proxy the client's address is the socket's, %s",
  (peer) => {
    expect(forwarded(peer, {})).toEqual({
      host: "app.example",
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-proto": "http",
      "x-forwarded-host": "app.example",
    });
  },
);

test.each(["203.0.113.9", "10.1.2.3", "172.20.0.5", "192.168.1.1", "169.254.1.1", "fd12::1", "fe80::1"])(
  "nothing that %s writes about itself is believed while no one named it a proxy",
  (peer) => {
    expect(forwarded(peer, forged)).toEqual({
      host: "app.example",
      "x-forwarded-for": peer,
      "x-forwarded-proto": "http",
      "x-forwarded-host": "app.example",
    });
  },
);

test.each([
  ["127.0.0.1", undefined],
  ["::1", undefined],
  ["::ffff:127.0.0.1", undefined],
  ["10.1.2.3", "10.0.0.0/8"],
  ["fd12::1", "10.0.0.0/8, fd12::1"],
])("a proxy at %s is believed when %s names it", (peer, proxies) => {
  expect(forwarded(peer, { ...forged, "x-forwarded-host": "app.example" }, proxies)).toMatchObject({
    "x-forwarded-for": "198.51.100.7",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "app.example",
  });
});

test("naming proxies takes the place of this machine, which then is believed no more", () => {
  expect(forwarded("127.0.0.1", forged, "10.0.0.0/8")["x-forwarded-for"]).toBe("127.0.0.1");
});

describe("of many hops", () => {
  test.each([
    [
      "the nearest that is not ours counts, not what the client wrote",
      "6.6.6.6, 203.0.113.9, 10.0.0.8",
      "203.0.113.9",
    ],
    ["a forged address of ours hides no one", "6.6.6.6, 10.0.0.9, 203.0.113.9", "203.0.113.9"],
    ["the outermost counts when all are ours", "10.0.0.7, fd00::7, 10.0.0.8", "10.0.0.7"],
    ["a port is not part of an address", "203.0.113.9:4711", "203.0.113.9"],
    ["nor are brackets", "[2001:DB8:0::1]:443", "2001:db8::1"],
    ["nor is a zone", "fe80::1%eth0", "fe80::1"],
    ["IPv4 in IPv6 is IPv4, however it is spelled", "::ffff:cb00:7109", "203.0.113.9"],
    ["one of ours is recognised in IPv6 too", "203.0.113.9, ::ffff:10.0.0.8", "203.0.113.9"],
  ])("%s", (_, sent, expected) => {
    expect(caller(sent)).toBe(expected);
  });

  test.each([
    "",
    ",",
    "unknown",
    "_hidden",
    "203.0.113",
    "203.0.113.9, nonsense",
    "1.2.3.4.5:6",
    "[::1",
    "<script>",
  ])("%j names no one, so the proxy itself called", (sent) => {
    expect(caller(sent)).toBe("10.0.0.5");
  });

  test("a flood of them is read like any", () => {
    expect(caller(`${"6.6.6.6, ".repeat(5_000)}203.0.113.9`)).toBe("203.0.113.9");
  });
});
