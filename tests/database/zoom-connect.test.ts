import { describe, expect, test } from "vitest";
import { findConnection, listConnections } from "#lib/connections/queries.ts";
import { readCredentials } from "#lib/connections/read-credentials.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { zoom } from "#lib/providers/zoom/zoom.ts";
import { anAttemptAtZoom, aZoomUser, connectedZoom } from "#tests/support/a-zoom-account.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { control } from "#tests/support/sandbox.ts";

const allScopes = zoom.scopes.map(({ scope }) => scope);

describe("connecting a Zoom account", () => {
  test("needs no choice: the grant is the account, and its secrets are sealed", async () => {
    const acme = await anOrganization();
    const { userId, accountId, email } = await aZoomUser({ firstName: "Marta" });
    const { landing, outcome } = await anAttemptAtZoom(acme.admin, userId);

    expect(landing).toBe("finished");
    expect(outcome).toMatchObject({ accounts: [{ state: "connected", displayName: "Marta Example" }] });
    expect(await listConnections(acme.viewer)).toMatchObject([
      { provider: "zoom", externalId: userId, status: "healthy", username: email },
    ]);
    const [row] = await sql`select * from connections where external_id = ${userId}`;
    expect(row).toMatchObject({ authorized_by_external_id: userId, scopes: allScopes });
    const [stored] = await sql`select * from connection_credentials where connection_id = ${row?.id}`;
    const hours = (date: Date) => (date.getTime() - Date.now()) / 3_600_000;
    expect(hours(stored?.access_expires_at)).toBeGreaterThan(0.9);
    expect(hours(stored?.access_expires_at)).toBeLessThan(1.01);
    expect(hours(stored?.refresh_expires_at)).toBeGreaterThan(89 * 24);
    const opened = await asSystem((tx) => readCredentials(tx, row?.id));
    expect(opened).toMatchObject({
      ok: true,
      value: { secrets: { accountId, apiUrl: "https://api.zoom.us" } },
    });
  });

  test.each([
    ["cancel", { kind: "cancelled" }],
    ["no-code", { kind: "refused", sentence: expect.stringMatching(/incomplete/) }],
    ["expired-code", { kind: "refused", sentence: expect.stringMatching(/has lapsed/) }],
    ["used-code", { kind: "refused", sentence: expect.stringMatching(/used already/) }],
  ])("that ends in “%s” says so and connects nothing", async (decision, ending) => {
    const acme = await anOrganization();
    const { userId } = await aZoomUser();
    expect(await anAttemptAtZoom(acme.admin, userId, { decision })).toMatchObject({
      landing: "over",
      outcome: ending,
    });
    expect(await listConnections(acme.viewer)).toEqual([]);
  });

  test.each(["no-state", "other-state"])("with a code and “%s” goes nowhere", async (decision) => {
    const acme = await anOrganization();
    const { userId } = await aZoomUser();
    expect(await anAttemptAtZoom(acme.admin, userId, { decision })).toMatchObject({
      problem: "unknown-attempt",
    });
    expect(await listConnections(acme.viewer)).toEqual([]);
  });

  test("without a permission works, and says what does not", async () => {
    const acme = await anOrganization();
    const { userId } = await aZoomUser();
    const left = "cloud_recording:read:list_user_recordings";
    const id = await connectedZoom(acme.admin, userId, { without: [left] });

    expect(await findConnection(acme.viewer, id)).toMatchObject({
      status: "needs_attention",
      statusReason: expect.stringMatching(/Cloud recordings are not shown/),
    });
    const [row] = await sql`select scopes from connections where id = ${id}`;
    expect(row?.scopes).toEqual(allScopes.filter((scope) => scope !== left));
  });

  test("on the Basic plan works, with what the plan leaves out said", async () => {
    const acme = await anOrganization();
    const { userId } = await aZoomUser({ plan: "basic" });
    const id = await connectedZoom(acme.admin, userId);

    const [check] = await sql`select status, lines from connection_checks where connection_id = ${id}`;
    expect(check?.status).toBe("healthy");
    expect(check?.lines).toContainEqual(
      expect.objectContaining({ id: "plan", reason: expect.stringMatching(/Basic plan/) }),
    );
  });

  test("while the app is disabled ends on a page of Zoom's own", async () => {
    const acme = await anOrganization();
    const { userId } = await aZoomUser();
    await control("zoom/app", { disabled: true });
    try {
      await expect(anAttemptAtZoom(acme.admin, userId)).rejects.toThrow(/disabled/);
    } finally {
      await control("zoom/app/reset");
    }
  });
});

describe("connecting again", () => {
  test("renews the connection in place", async () => {
    const acme = await anOrganization();
    const { userId } = await aZoomUser();
    const first = await connectedZoom(acme.admin, userId);
    await control(`zoom/users/${userId}/revoke`);
    const { outcome } = await anAttemptAtZoom(acme.admin, userId, { reconnect: first });

    expect(outcome).toMatchObject({ accounts: [{ connectionId: first, state: "connected" }] });
    expect(await findConnection(acme.viewer, first)).toMatchObject({ status: "healthy" });
  });

  test("as another person of the Zoom account changes nothing", async () => {
    const acme = await anOrganization();
    const one = await aZoomUser();
    const other = await aZoomUser({ accountId: one.accountId });
    const first = await connectedZoom(acme.admin, one.userId);
    const { outcome } = await anAttemptAtZoom(acme.admin, other.userId, { reconnect: first });

    expect(outcome).toMatchObject({ accounts: [{ state: "failed" }] });
    expect(await findConnection(acme.viewer, first)).toMatchObject({
      status: "healthy",
      externalId: one.userId,
    });
  });

  test("in another organization is refused there", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const { userId } = await aZoomUser();
    await connectedZoom(acme.admin, userId);
    const { outcome } = await anAttemptAtZoom(globex.admin, userId);

    expect(outcome).toMatchObject({
      accounts: [{ state: "failed", sentence: expect.stringMatching(/another organization/) }],
    });
    expect(await listConnections(globex.viewer)).toEqual([]);
  });
});
