import { beforeEach, describe, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

/** The environment as a process started with these values reads it. */
async function readWith(values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  const { env } = await import("#lib/env.ts");
  // Read here, where the values still stand.
  const { TRUSTED_PROXIES, OAUTH_REDIRECT_BASE_URL } = env;
  return { TRUSTED_PROXIES, OAUTH_REDIRECT_BASE_URL };
}

describe("the proxies that are believed", () => {
  test.each([
    ["", "127.0.0.1", true],
    ["", "10.0.0.1", false],
    ["10.0.0.0/8, 2001:db8::5", "10.200.0.1", true],
    ["10.0.0.0/8, 2001:db8::5", "127.0.0.1", false],
  ])("named as %j, they count %s in: %s", async (named, address, listed) => {
    const { TRUSTED_PROXIES } = await readWith({ TRUSTED_PROXIES: named });
    expect(TRUSTED_PROXIES.check(address)).toBe(listed);
  });

  test.each(["everyone", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.1,", "10.0.0.0/8/8", "proxy.example"])(
    "%j is refused by name, with the way to write it",
    async (named) => {
      await expect(readWith({ TRUSTED_PROXIES: named })).rejects.toThrow(/TRUSTED_PROXIES: .*10\.0\.0\.0\/8/);
    },
  );
});

describe("where platforms send people back to", () => {
  const APP_URL = "https://app.example";

  test("is the app's own address, or another way to write it", async () => {
    expect(await readWith({ APP_URL })).toMatchObject({ OAUTH_REDIRECT_BASE_URL: APP_URL });
    const written = { APP_URL, OAUTH_REDIRECT_BASE_URL: "https://APP.example:443/" };
    expect(await readWith(written)).toHaveProperty("OAUTH_REDIRECT_BASE_URL");
  });

  test.each(["https://other.example", "https://app.example:8443", "https://app.example.evil.example"])(
    "is not %s, where the browser has no cookies of ours",
    async (base) => {
      const wrong = readWith({ APP_URL, OAUTH_REDIRECT_BASE_URL: base });
      await expect(wrong).rejects.toThrow(/OAUTH_REDIRECT_BASE_URL: has to have the host of APP_URL/);
    },
  );
});
