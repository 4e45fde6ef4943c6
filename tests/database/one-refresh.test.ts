import { once } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { findConnection } from "#lib/connections/queries.ts";
import { connectedInstagram } from "#tests/support/a-meta-account.ts";
import { aZoomUser, connectedZoom, zoomState } from "#tests/support/a-zoom-account.ts";
import { anInstagramAccount, instagramState } from "#tests/support/an-instagram-account.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { anotherProcess, outcomesOf } from "#tests/support/another-process.ts";
import { sql } from "#tests/support/database.ts";
import { control } from "#tests/support/sandbox.ts";

// Each test starts processes of its own, which takes a busy machine its time.
vi.setConfig({ testTimeout: 120_000 });

const dayMs = 86_400_000;

async function onZoom() {
  const acme = await anOrganization();
  const { userId } = await aZoomUser();
  const id = await connectedZoom(acme.admin, userId);
  await sql`update connection_credentials set access_expires_at = now() - interval '1 minute' where connection_id = ${id}`;
  const refreshes = async () => (await zoomState()).refreshes[userId]?.asked ?? 0;
  return { acme, id, refreshes };
}

async function onInstagram() {
  const acme = await anOrganization();
  const { accountId } = await anInstagramAccount();
  const id = await connectedInstagram(acme.admin, accountId);
  // A week passes, here as there: younger tokens are not renewed.
  await control("clock", { advanceMs: 8 * dayMs });
  await sql`update connection_credentials set saved_at = now() - interval '8 days' where connection_id = ${id}`;
  const refreshes = async () => (await instagramState()).refreshes[accountId] ?? 0;
  return { acme, id, refreshes };
}

test.each([
  ["Zoom", onZoom],
  ["Instagram", onInstagram],
])("%s sees one refresh for fifty callers in each of two processes", async (_, connect) => {
  const { id, refreshes } = await connect();
  const outcomes = await Promise.all([anotherProcess(id, 50), anotherProcess(id, 50)].map(outcomesOf));

  expect(await refreshes()).toBe(1);
  const [access, ...others] = [...new Set(outcomes.flat())];
  expect(access?.length).toBeGreaterThan(20);
  expect(others).toEqual([]);
  expect(outcomes.flat()).toHaveLength(100);
});

describe("a kill while the answer of a refresh is on its way", () => {
  async function killed(id: string, refreshes: () => Promise<number>, host: string) {
    await control("hold", { count: 1, ms: 5_000, host });
    const child = anotherProcess(id, 1);
    const gone = once(child, "exit");
    await expect.poll(refreshes, { timeout: 20_000 }).toBe(1);
    child.kill("SIGKILL");
    await gone;
    // Whoever asks next must not find the row still held by the dead.
    await expect
      .poll(() => sql`select from private.renewal_marks where connection_id = ${id}`)
      .toHaveLength(1);
  }

  test("leaves a Zoom connection broken, with the true reason", async () => {
    const { acme, id, refreshes } = await onZoom();
    await killed(id, refreshes, "zoom.us");

    expect((await checkConnection(id, "schedule"))?.status).toBe("broken");
    expect((await findConnection(acme.viewer, id))?.statusReason).toBe(
      "The answer of the last renewal was lost, and Zoom no longer accepts the old access. Reconnect it.",
    );
  });

  test("is survived by an Instagram connection, whose old token lives on", async () => {
    const { id, refreshes } = await onInstagram();
    await killed(id, refreshes, "graph.instagram.com");

    expect((await checkConnection(id, "schedule"))?.status).not.toBe("broken");
    expect(await refreshes()).toBe(2);
    expect(await sql`select from private.renewal_marks where connection_id = ${id}`).toHaveLength(0);
  });
});
