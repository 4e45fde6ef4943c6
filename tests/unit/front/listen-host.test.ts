import { expect, test } from "vitest";
import { listenHost } from "#lib/front/listen-host.ts";

test.each([
  ["http://localhost:3000", "127.0.0.1"],
  ["http://trunkline.localhost:3000", "127.0.0.1"],
  ["http://127.0.0.1:3000", "127.0.0.1"],
  ["http://127.1:3000", "127.0.0.1"],
  ["http://[::1]:3000", "::1"],
])("%s is for this machine alone: the front listens on %s", (appUrl, host) => {
  expect(listenHost(appUrl)).toBe(host);
});

test.each([
  "https://app.example",
  "http://192.168.1.5:3000",
  "http://[2001:db8::1]",
  "http://127.example",
  "http://localhost.example",
])("%s is for others too", (appUrl) => {
  expect(listenHost(appUrl)).toBeUndefined();
});
