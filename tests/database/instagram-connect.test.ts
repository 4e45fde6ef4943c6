import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as postDeauthorize } from "#app/api/meta/deauthorize/route.ts";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { findConnection, listConnections } from "#lib/connections/queries.ts";
import { revoke } from "#lib/connections/revoke.ts";
import { anAttemptAtInstagram, connectedInstagram, sendHere } from "#tests/support/a-meta-account.ts";
import { anInstagramAccount, instagramState } from "#tests/support/an-instagram-account.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { control } from "#tests/support/sandbox.ts";

const comments = "instagram_business_manage_comments";
beforeAll(() => sendHere("instagram"));

function removedByOwner(scopedId: string): Request {
  const issued_at = Math.floor(Date.now() / 1000) + 1;
  const payload = { algorithm: "HMAC-SHA256", user_id: scopedId, issued_at };
  const encoded = Buffer.from(JSON.stringify(payload)).toString("base64url");
  const mac = createHmac("sha256", process.env.INSTAGRAM_APP_SECRET ?? "")
    .update(encoded)
    .digest("base64url");
  const body = new URLSearchParams({ signed_request: `${mac}.${encoded}` });
  return new Request("https://ours.example/", { method: "POST", body });
}

describe("connecting an Instagram account", () => {
  test("needs no choice: the grant is the account, kept under the id that webhooks name", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const { accountId, scopedId } = await anInstagramAccount("fade.and.co");
    const { landing, outcome } = await anAttemptAtInstagram(acme.admin, accountId);

    expect(landing).toBe("finished");
    expect(outcome).toMatchObject({ accounts: [{ state: "connected", displayName: "Harbour Café" }] });
    expect(await listConnections(acme.viewer)).toMatchObject([
      { provider: "instagram", externalId: accountId, status: "healthy", username: "fade.and.co" },
    ]);
    expect(await listConnections(globex.owner)).toEqual([]);

    const [row] = await sql`select * from connections where external_id = ${accountId}`;
    expect(row).toMatchObject({ authorized_by_external_id: scopedId, webhook_configured: true });
    const [stored] = await sql`select * from connection_credentials where connection_id = ${row?.id}`;
    const days = (stored?.access_expires_at.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(60, 0);
    expect(JSON.stringify([row, stored])).not.toContain("IGAA");
  });

  test.each([
    ["cancel", { kind: "cancelled" }],
    ["no-code", { kind: "refused", sentence: expect.stringMatching(/incomplete/) }],
    ["expired-code", { kind: "refused", sentence: expect.stringMatching(/has lapsed/) }],
    ["used-code", { kind: "refused", sentence: expect.stringMatching(/used already/) }],
  ])("that ends in “%s” says so and connects nothing", async (decision, ending) => {
    const acme = await anOrganization();
    const { accountId } = await anInstagramAccount();
    expect(await anAttemptAtInstagram(acme.admin, accountId, { decision })).toMatchObject({
      landing: "over",
      outcome: ending,
    });
    expect(await listConnections(acme.viewer)).toEqual([]);
  });

  test("that is a personal one says how it becomes one that can be connected", async () => {
    const acme = await anOrganization();
    const { accountId } = await anInstagramAccount("private.person", "Personal");
    expect(await anAttemptAtInstagram(acme.admin, accountId)).toMatchObject({
      outcome: {
        accounts: [
          { state: "failed", sentence: expect.stringMatching(/personal Instagram account.*Switch it/) },
        ],
      },
    });
    expect(await listConnections(acme.viewer)).toEqual([]);
  });

  test("without every permission works as far as it goes, and is made whole in place", async () => {
    const acme = await anOrganization();
    const { accountId } = await anInstagramAccount();
    const id = await connectedInstagram(acme.admin, accountId, { without: [comments] });
    expect(await findConnection(acme.viewer, id)).toMatchObject({
      status: "needs_attention",
      statusReason: expect.stringMatching(/Comments and mentions do not arrive/),
    });

    expect(await connectedInstagram(acme.admin, accountId, { reconnect: id })).toBe(id);
    expect(await findConnection(acme.viewer, id)).toMatchObject({ status: "healthy", statusReason: null });
  });
});

describe("events", () => {
  const eventsOf = (accountId: string) =>
    sql`select * from webhook_events where account_external_id = ${accountId} order by received_at, id`;

  test.each(["instagram", "meta"])(
    "signed with the secret of %s arrive once, and it is known which it was",
    async (signing) => {
      await control("instagram/habits", { signing });
      const acme = await anOrganization();
      const { accountId } = await anInstagramAccount();
      const id = await connectedInstagram(acme.admin, accountId);
      for (const kind of ["message", "postback-as-change", "comment-bare"]) {
        await control("events", { channel: "instagram", accountId, customer: "Dana", kind, text: "Price?" });
      }

      const stored = await eventually(async () => {
        const rows = await eventsOf(accountId);
        expect(rows).toHaveLength(3);
        return rows;
      });
      expect(stored.map(({ event_type: type }) => type).sort()).toEqual([
        "comments",
        "messages",
        "messaging_postbacks",
      ]);
      expect(stored.every((event) => event.verified_with === signing && event.connection_id === id)).toBe(
        true,
      );
      await control("instagram/habits", { signing: "instagram" });
    },
  );
});

describe("what ends it", () => {
  test("a disconnect leaves no subscription and no token behind, and the sibling whole", async () => {
    const acme = await anOrganization();
    const [gone, kept] = [await anInstagramAccount(), await anInstagramAccount()];
    const goneId = await connectedInstagram(acme.admin, gone.accountId);
    const keptId = await connectedInstagram(acme.admin, kept.accountId);

    await disconnect(acme.admin, goneId);
    await revoke(goneId, 0);

    const { subscriptions } = await instagramState();
    expect(subscriptions[gone.accountId]).toBeUndefined();
    expect(subscriptions[kept.accountId]).toContain("messages");
    expect(await sql`select 1 from connection_credentials where connection_id = ${goneId}`).toHaveLength(0);
    expect(await checkConnection(keptId, "person")).toMatchObject({ status: "healthy" });
  });

  test("an owner who removes the app at Instagram leaves it broken, with the reason", async () => {
    const acme = await anOrganization();
    const { accountId, scopedId } = await anInstagramAccount();
    const id = await connectedInstagram(acme.admin, accountId);

    expect((await postDeauthorize(removedByOwner(scopedId))).status).toBe(200);
    expect(await findConnection(acme.viewer, id)).toMatchObject({
      status: "broken",
      statusReason: expect.stringMatching(/removed this app/),
    });
  });

  test("an account that becomes a personal one asks for someone's attention with how to mend it", async () => {
    const acme = await anOrganization();
    const { accountId } = await anInstagramAccount();
    const id = await connectedInstagram(acme.admin, accountId);
    await control(`instagram/accounts/${accountId}/type`, { type: "Personal" });

    expect(await checkConnection(id, "schedule")).toMatchObject({
      status: "needs_attention",
      reason: expect.stringMatching(/become a personal account.*Switch it back/),
    });
  });

  test("a changed password breaks it with that reason, and connecting again mends it in place", async () => {
    const acme = await anOrganization();
    const { accountId } = await anInstagramAccount();
    const id = await connectedInstagram(acme.admin, accountId);
    await control(`instagram/accounts/${accountId}/change-password`);

    expect(await checkConnection(id, "schedule")).toMatchObject({
      status: "broken",
      reason: expect.stringMatching(/password of the Instagram account was changed/),
    });
    expect(await connectedInstagram(acme.admin, accountId, { reconnect: id })).toBe(id);
    expect(await findConnection(acme.viewer, id)).toMatchObject({ status: "healthy" });
  });
});
