import { describe, expect, test } from "vitest";
import { readRateLimit } from "#lib/providers/zoom/rate-limit.ts";

const now = new Date("2026-11-21T22:00:00Z");
const read = (headers: Record<string, string>) => readRateLimit(new Headers(headers), now);

describe("how much of the quota is spent", () => {
  test("is told of the day", () => {
    const headers = {
      "x-ratelimit-type": "Daily-limit",
      "x-ratelimit-limit": "2000",
      "x-ratelimit-remaining": "500",
    };
    expect(read(headers).percentUsed).toBe(75);
    expect(read({ ...headers, "x-ratelimit-remaining": "0" }).percentUsed).toBe(100);
  });

  test("is not told of the second, of which one call is half", () => {
    expect(
      read({ "x-ratelimit-type": "QPS", "x-ratelimit-limit": "2", "x-ratelimit-remaining": "1" }),
    ).toEqual({ percentUsed: null, regainSeconds: null });
  });

  test.each([
    { "x-ratelimit-limit": "2000", "x-ratelimit-remaining": "1" },
    { "x-ratelimit-type": "Daily-limit", "x-ratelimit-limit": "0", "x-ratelimit-remaining": "0" },
    { "x-ratelimit-type": "Daily-limit", "x-ratelimit-limit": "many", "x-ratelimit-remaining": "0" },
    { "x-ratelimit-type": "Daily-limit", "x-ratelimit-limit": "2000" },
  ])("is not guessed from %j", (headers) => {
    expect(read(headers as Record<string, string>).percentUsed).toBeNull();
  });
});

describe("how long to wait", () => {
  test.each([
    [{ "retry-after": "2026-11-22T00:00:00Z" }, 7200],
    [{ "retry-after": "30" }, 30],
    [{ "x-ratelimit-reset": String(now.getTime() / 1000 + 3) }, 3],
    [{ "x-ratelimit-reset": String(now.getTime() + 1500) }, 2],
    [{ "retry-after": "2030-01-01T00:00:00Z" }, 86_400],
    [{ "retry-after": "9999999" }, 86_400],
    [{ "retry-after": "2026-11-21T21:00:00Z" }, null],
    [{ "retry-after": "soon" }, null],
    [{}, null],
  ])("%j is %s seconds", (headers, seconds) => {
    expect(read(headers as Record<string, string>).regainSeconds).toBe(seconds);
  });
});
