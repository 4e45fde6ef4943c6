import { unstable_doesMiddlewareMatch as runsFor } from "next/experimental/testing/server";
import { expect, test } from "vitest";
import { config } from "../../proxy.ts";

const runs = (url: string) => runsFor({ config, nextConfig: {}, url });

test.each([
  "/",
  "/login",
  "/o/acme",
  "/o/acme.png",
  "/o/acme/connections/logo.svg",
  "/o/acme/events/readme.txt",
  "/d/token.ico",
  "/d/token/logo",
  "/o/acme/analytics/reports/1",
  "/icon.svg/page",
  "/api/stream",
  "/api/oauth/facebook/callback",
  "/api/webhooksomething",
  "/_next/imagepage",
])("%s is a page: its session is renewed and its headers set", (path) => {
  expect(runs(path)).toBe(true);
});

test.each([
  "/api/webhooks/meta",
  "/api/health",
  "/api/ready",
  "/api/cron",
  "/api/meta/deauthorize",
  "/_next/static/chunks/main.js",
  "/d/token/file",
  "/o/acme/analytics/reports/1/file",
  "/_next/image",
  "/icon.svg",
  "/favicon.ico",
])("%s carries no session", (path) => {
  expect(runs(path)).toBe(false);
});
