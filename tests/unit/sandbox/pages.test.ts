import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aSandbox, fade } from "./support/a-sandbox.ts";
import { number, readyToken } from "./support/a-whatsapp-number.ts";
import { fadeOnInstagram } from "./support/an-instagram-account.ts";

test("the customer page offers every channel, and says what became of what is written there", async () => {
  const sandbox = await aSandbox();
  const page = await (await fetch(`${sandbox.url}/customer`)).text();
  for (const to of [`facebook:${fade}`, `instagram:${fadeOnInstagram}`, `whatsapp:${number}`]) {
    expect(page).toContain(`value="${to}"`);
  }

  const to = `instagram:${fadeOnInstagram}`;
  const body = new URLSearchParams({ to, customer: "Bo", kind: "message", text: "Open on Sunday?" });
  const answer = await (await fetch(`${sandbox.url}/customer`, { method: "POST", body })).text();
  expect(answer).toContain("Open on Sunday?");
  expect(answer).toContain("The app is not subscribed to @fadeandco.");
});

test("what a channel does not know is refused", async () => {
  const sandbox = await aSandbox();
  const refused = await sandbox.control("events", { channel: "instagram", accountId: fade, kind: "message" });
  expect(refused.error).toBeTruthy();
  const { error } = await sandbox.control("events", {
    channel: "whatsapp",
    accountId: number,
    kind: "carrier-pigeon",
  });
  expect(error).toBeTruthy();
});

test("the control page shows the token that the app's form asks for, and its switches answer people and programs", async () => {
  const sandbox = await aSandbox();
  const page = await (await fetch(`${sandbox.url}/control`)).text();
  expect(page).toContain(`<code>${readyToken}</code>`);

  const body = new URLSearchParams({ token: readyToken });
  const form = { method: "POST", headers: { accept: "text/html" }, body, redirect: "manual" } as const;
  const moved = await fetch(`${sandbox.url}/control/whatsapp/tokens/expire`, form);
  expect(moved.status).toBe(303);
  expect(await (await fetch(new URL(moved.headers.get("location") ?? "", sandbox.url))).text()).toContain(
    "1 tokens: expired.",
  );
});

test("the platforms' clock moves on, and stays ahead after a restart", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "sandbox-")), "state.json");
  const before = await aSandbox({ SANDBOX_STATE_FILE: file });
  await before.control("clock", { advanceMs: 3_600_000 });
  await before.close();

  const after = await aSandbox({ SANDBOX_STATE_FILE: file });
  const { advancedMs, now } = await after.control("clock", { advanceMs: 3_600_000 });
  expect(advancedMs).toBe(7_200_000);
  expect(now).toBeGreaterThan(Date.now() + 7_000_000);
});

test("an answer held back is ready: what the caller does not know yet has happened", async () => {
  const sandbox = await aSandbox();
  const { accessToken } = await sandbox.control("instagram/grants", { accountId: fadeOnInstagram });
  await sandbox.control("clock", { advanceMs: 2 * 86_400_000 });
  await sandbox.control("hold", { host: "graph.instagram.com", match: "refresh_access_token", ms: 600_000 });

  const hangUp = new AbortController();
  const query = new URLSearchParams({ grant_type: "ig_refresh_token", access_token: accessToken });
  const call = fetch(`${sandbox.url}/graph.instagram.com/refresh_access_token?${query}`, {
    signal: hangUp.signal,
  });
  const refreshes = async () =>
    (await (await fetch(`${sandbox.url}/control/state`)).json()).instagram.refreshes[fadeOnInstagram];
  await expect.poll(refreshes).toBe(1);
  hangUp.abort();
  await expect(call).rejects.toThrow("aborted");
});
