import { beforeEach, describe, expect, test } from "vitest";
import { accountsWith } from "#lib/connections/accounts-with.ts";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { findConnection, listConnections } from "#lib/connections/queries.ts";
import { revoke } from "#lib/connections/revoke.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { readingContext } from "#lib/webhooks/reading-context.ts";
import { recordDeliveries } from "#lib/webhooks/record.ts";
import { metaAddress, sendHere, typeWhatsapp } from "#tests/support/a-meta-account.ts";
import { aWebhookAddress, aWhatsappAccount, whatsappState } from "#tests/support/a-whatsapp-number.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { setAppWebhook } from "#tests/support/app-webhook.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { metaDelivery } from "#tests/support/meta-delivery.ts";
import { control } from "#tests/support/sandbox.ts";

const theirs = await aWebhookAddress();
beforeEach(() => sendHere("whatsapp_business_account"));

type Made = Awaited<ReturnType<typeof aWhatsappAccount>>;

async function connected(member: Member, made: Made, more: Parameters<typeof typeWhatsapp>[2] = {}) {
  const submission = await typeWhatsapp(member, made, more);
  if (submission.kind !== "connected") throw new Error(JSON.stringify(submission));
  return submission.connectionId;
}

describe("connecting a WhatsApp number", () => {
  test("keeps it under its id, its token sealed, and subscribes its account", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const made = await aWhatsappAccount();
    const submission = await typeWhatsapp(acme.admin, made);

    expect(submission).toMatchObject({ kind: "connected", state: "connected" });
    expect(await listConnections(acme.viewer)).toMatchObject([
      {
        provider: "whatsapp",
        externalId: made.account.externalId,
        displayName: "Harbour Bakery",
        username: made.numbers[0]?.displayPhoneNumber,
        status: "healthy",
      },
    ]);
    expect(await listConnections(globex.owner)).toEqual([]);
    expect((await whatsappState()).subscriptions[made.wabaId]).toEqual({ override: null });

    const [row] = await sql`
      select to_jsonb(c) as connection, to_jsonb(k) as credentials from connections c
      join connection_credentials k on k.connection_id = c.id where c.external_id = ${made.account.externalId}`;
    expect(JSON.stringify(row)).not.toContain(made.token);
  });

  test("overrides the app's webhook where it is another's", async () => {
    await setAppWebhook(`${theirs.origin}/hooks`, { object: "whatsapp_business_account" });
    const acme = await anOrganization();
    const made = await aWhatsappAccount();
    const id = await connected(acme.admin, made);

    expect((await whatsappState()).subscriptions[made.wabaId]?.override?.url).toBe(metaAddress);
    expect(await findConnection(acme.viewer, id)).toMatchObject({ status: "healthy" });
  });

  test("with what is wrong names it, keeps nothing and tells no token", async () => {
    const acme = await anOrganization();
    const made = await aWhatsappAccount();
    await control("whatsapp/tokens/revoke-permission", {
      token: made.token,
      permission: "whatsapp_business_messaging",
    });
    const submission = await typeWhatsapp(acme.admin, made);

    expect(submission).toMatchObject({
      kind: "refused",
      sentence: expect.stringMatching(/lacks whatsapp_business_messaging.*Nothing was changed/),
    });
    expect(JSON.stringify(submission)).not.toContain(made.token);
    expect(await listConnections(acme.viewer)).toEqual([]);
  });
});

describe("events", () => {
  test("of every kind arrive at the number, each state of a message by itself", async () => {
    const acme = await anOrganization();
    const made = await aWhatsappAccount();
    const id = await connected(acme.admin, made);
    const accountId = made.account.externalId;
    for (const kind of ["message-without-phone", "statuses-backwards", "statuses-twice"]) {
      await control("events", { channel: "whatsapp", accountId, customer: "Ana", kind, text: "Hola" });
    }

    const types = await eventually(async () => {
      const rows = await sql`select event_type from webhook_events where connection_id = ${id}`;
      expect(rows).toHaveLength(5);
      return rows.map(({ event_type: type }) => type).sort();
    });
    expect(types).toEqual(["messages", "statuses", "statuses", "statuses", "statuses"]);
  });
});

describe("its life", () => {
  test("a token that ended breaks it, and another one mends it in place", async () => {
    const acme = await anOrganization();
    const made = await aWhatsappAccount();
    const id = await connected(acme.admin, made);
    await control("whatsapp/tokens/revoke", { token: made.token });

    expect(await checkConnection(id, "schedule")).toMatchObject({
      status: "broken",
      reason: "The access token was revoked. Make a new access token for the system user, and enter it here.",
    });
    const { token } = await control<{ token: string }>("whatsapp/tokens", { accountIds: [made.wabaId] });
    expect(await connected(acme.admin, made, { accessToken: token, reconnect: id })).toBe(id);
    expect(await findConnection(acme.viewer, id)).toMatchObject({ status: "healthy" });
  });

  test("disconnecting one number leaves the account's other number its events", async () => {
    const acme = await anOrganization();
    const made = await aWhatsappAccount(2);
    const [first, second] = [await connected(acme.admin, made), await connected(acme.admin, made, { at: 1 })];

    await disconnect(acme.admin, first);
    await revoke(first, 0);
    expect((await whatsappState()).subscriptions[made.wabaId]).toBeDefined();
    expect(await sql`select 1 from connection_credentials where connection_id = ${first}`).toHaveLength(0);
    expect(await checkConnection(second, "person")).toMatchObject({ status: "healthy" });
  });

  test("its numbers are found by their account, wherever they were connected, until they are let go", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const made = await aWhatsappAccount(2);
    const id = await connected(acme.admin, made);
    await connected(globex.admin, made, { at: 1 });
    const known = () => accountsWith("whatsapp", { wabaId: made.wabaId });

    expect(await known()).toMatchObject(
      made.numbers
        .toSorted((one, other) => one.id.localeCompare(other.id))
        .map((number) => ({ externalId: number.id, details: { phoneNumber: number.displayPhoneNumber } })),
    );
    await disconnect(acme.admin, id);
    expect(await known()).toMatchObject([{ externalId: made.numbers[1]?.id }]);
    expect(await accountsWith("facebook", { wabaId: made.wabaId })).toEqual([]);
  });

  test("its numbers are found among very many without looking at each", async () => {
    const acme = await anOrganization();
    const plan = sql.begin(async (tx) => {
      await tx`
        insert into connections (organization_id, provider, external_id, display_name, status, details)
        select ${acme.id}, 'whatsapp', n::text, 'Bakery', 'healthy', jsonb_build_object('account', jsonb_build_object('wabaId', n::text))
        from generate_series(1, 20000) n`;
      await tx`analyze connections`;
      const rows = await tx`
        explain select external_id from connections
        where provider = 'whatsapp' and status <> 'disconnected' and details -> 'account' @> '{"wabaId": "7"}'`;
      throw new Error(JSON.stringify(rows));
    });
    await expect(plan).rejects.toThrow(/connections_account_details_idx/);
  });

  test("news of the account reaches each organization at its own number, once however often it is sent", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const made = await aWhatsappAccount(2);
    const ids = [await connected(acme.admin, made), await connected(globex.admin, made, { at: 1 })];
    const value = { event: "ACCOUNT_RESTRICTION" };
    const change = { field: "account_update", value };
    const { body, headers } = metaDelivery({
      object: "whatsapp_business_account",
      entry: [{ id: made.wabaId, time: 1_795_248_000, changes: [change] }],
    });
    for (let times = 0; times < 2; times++) {
      const reading = await metaWebhook.read(
        { method: "POST", url: new URL(metaAddress), headers: new Headers(headers), body: Buffer.from(body) },
        readingContext(metaWebhook),
      );
      if (reading.kind !== "events") throw new Error(reading.kind);
      await recordDeliveries([{ ...reading, headers: {} }]);
    }

    const stored = await sql`
      select connection_id as id, organization_id as organization, event_type as type from webhook_events
      where connection_id = any(${ids}::uuid[]) or account_external_id = ${made.wabaId}`;
    const told = (id: string | undefined, organization: string) => ({
      id,
      organization,
      type: "account_update",
    });
    expect(stored).toHaveLength(2);
    expect(stored).toEqual(expect.arrayContaining([told(ids[0], acme.id), told(ids[1], globex.id)]));
  });

  test("an account dropped by Meta is subscribed again by the next check", async () => {
    const acme = await anOrganization();
    const made = await aWhatsappAccount();
    const id = await connected(acme.admin, made);
    await control(`whatsapp/accounts/${made.wabaId}/unsubscribe`);

    expect(await checkConnection(id, "schedule")).toMatchObject({ status: "healthy" });
    expect((await whatsappState()).subscriptions[made.wabaId]).toBeDefined();
  });
});
