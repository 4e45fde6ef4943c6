import { describe, expect, test } from "vitest";
import { listConnectable } from "#lib/connections/connectable.ts";
import { describeForm } from "#lib/connections/describe-form.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { findConnection, listConnections } from "#lib/connections/queries.ts";
import { submitCredentials } from "#lib/connections/submit-credentials.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { madeUpId } from "#tests/support/made-up/provider.ts";
import { aSignalConnection, signal } from "#tests/support/made-up/signal.ts";

describe("connecting by typed credentials", () => {
  test("connects the account they name, spaces around them or not", async () => {
    const acme = await anOrganization();
    const account = signal.anAccount("Harbour Bakery");
    const submitted = await submitCredentials(acme.admin, madeUpId, {
      key: `  ${account.key}\n`,
      nickname: "",
    });

    expect(submitted).toEqual({
      ok: true,
      value: {
        kind: "connected",
        connectionId: expect.any(String),
        state: "connected",
        sentence: "Connected, and everything works.",
      },
    });
    expect(await listConnections(acme.viewer)).toMatchObject([
      { displayName: "Harbour Bakery", status: "healthy", provider: "signal", externalId: account.id },
    ]);
  });

  test.each([
    [{}, { key: "Account key is missing. You find it here: Console, Keys." }],
    [{ key: "sk-123" }, { key: "An account key begins with key-." }],
    [
      { key: "  ", nickname: "007" },
      { key: expect.stringMatching(/missing/), nickname: "A nickname is made of letters." },
    ],
    [{ key: ["key-1", "key-2"] }, { key: expect.any(String) }],
    [{ key: "key-".padEnd(5_000, "0") }, { key: "Account key is far too long." }],
  ])("complains about %j field by field, and asks the platform nothing", async (typed, fields) => {
    const acme = await anOrganization();
    expect(await submitCredentials(acme.admin, madeUpId, typed)).toEqual({
      ok: true,
      value: { kind: "invalid", fields },
    });
  });

  test("says what the platform said, and nothing of what was typed", async () => {
    const acme = await anOrganization();
    const key = `key-${crypto.randomUUID()}`;
    const submitted = await submitCredentials(acme.admin, madeUpId, { key });

    expect(submitted).toEqual({
      ok: true,
      value: {
        kind: "refused",
        sentence: "Signal no longer accepts the access. Reconnect it. Nothing was changed.",
      },
    });
    expect(JSON.stringify(submitted)).not.toContain(key);
    expect(await listConnections(acme.viewer)).toEqual([]);
  });

  test("is for admins, and for platforms that are connected by a form", async () => {
    const acme = await anOrganization();
    const { key } = signal.anAccount();
    expect(await submitCredentials(acme.member, madeUpId, { key })).toEqual({
      ok: false,
      error: "admins-only",
    });
    for (const id of ["facebook", "nonesuch"]) {
      expect(await submitCredentials(acme.admin, id, {})).toEqual({ ok: false, error: "unknown-provider" });
    }
  });

  test("is held to a pace", async () => {
    const acme = await anOrganization();
    const tried = [];
    for (let index = 0; index < 31; index += 1) {
      tried.push(await submitCredentials(acme.admin, madeUpId, { key: `key-${crypto.randomUUID()}` }));
    }
    expect(tried.at(-2)).toMatchObject({ ok: true });
    expect(tried.at(-1)).toEqual({ ok: false, error: "too-many" });
  });

  test("does not take an account that is live elsewhere", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
    const { account } = await aSignalConnection(acme);
    expect(await submitCredentials(globex.owner, madeUpId, { key: account.key })).toMatchObject({
      ok: true,
      value: { kind: "refused", sentence: expect.stringMatching(/another organization/) },
    });
  });
});

describe("reconnecting by typed credentials", () => {
  test("renews the connection in place, also after a disconnect", async () => {
    const acme = await anOrganization();
    const { account, id } = await aSignalConnection(acme);
    await disconnect(acme.admin, id);

    expect(await submitCredentials(acme.admin, madeUpId, { key: account.key }, {}, id)).toMatchObject({
      ok: true,
      value: { kind: "connected", connectionId: id },
    });
    expect(await findConnection(acme.viewer, id)).toMatchObject({ status: "healthy" });
  });

  test("takes no other account in its place", async () => {
    const acme = await anOrganization();
    const { id } = await aSignalConnection(acme);
    const other = signal.anAccount("The other shop");

    expect(await submitCredentials(acme.admin, madeUpId, { key: other.key }, {}, id)).toMatchObject({
      ok: true,
      value: { kind: "refused", sentence: expect.stringMatching(/belong to The other shop/) },
    });
    expect(await listConnections(acme.viewer)).toHaveLength(1);
  });

  test("finds no connection of another organization", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
    const { account, id } = await aSignalConnection(acme);
    expect(await submitCredentials(globex.owner, madeUpId, { key: account.key }, {}, id)).toEqual({
      ok: false,
      error: "not-connected",
    });
  });
});

test("the form and its addresses are described, and the cards know which platforms have one", () => {
  expect(describeForm(madeUpId)).toMatchObject({
    name: "Signal",
    fields: [{ name: "key", isSecret: true }, { name: "nickname" }],
    pastedAddresses: [{ label: "Webhook address", url: "http://localhost:3000/api/webhooks/signal" }],
    isSetUp: true,
  });
  expect(describeForm("facebook")).toBeNull();
  expect(listConnectable()).toContainEqual(expect.objectContaining({ id: madeUpId, kind: "form" }));
  expect(listConnectable()).toContainEqual(expect.objectContaining({ id: "facebook", kind: "dialog" }));
});
