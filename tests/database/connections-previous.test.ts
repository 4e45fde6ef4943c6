import { expect, test } from "vitest";
import { forgetPrevious } from "#lib/connections/forget-previous.ts";
import { rotateKeys } from "#lib/connections/rotate-keys.ts";
import { submitCredentials } from "#lib/connections/submit-credentials.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { deliver } from "#tests/support/made-up/delivery.ts";
import { madeUpId } from "#tests/support/made-up/provider.ts";
import { aSignalConnection, signal } from "#tests/support/made-up/signal.ts";

/** An account whose signing key was changed at the platform and typed here anew. */
async function rotated() {
  const acme = await anOrganization();
  const { account, id } = await aSignalConnection(acme);
  const known = signal.state.accounts.get(account.id);
  if (!known) throw new Error("the platform lost the account");
  const newKey = `key-${crypto.randomUUID()}`;
  known.key = newKey;
  const type = () => submitCredentials(acme.admin, madeUpId, { key: newKey }, {}, id);
  await type();
  const arrives = async (key: string) =>
    (await deliver(key, { account: account.id, type: "message", id: crypto.randomUUID() })).status;
  return { id, oldKey: account.key, newKey, type, arrives };
}

const age = (id: string) =>
  sql`update connection_credentials set saved_at = now() - interval '2 days' where connection_id = ${id}`;

test("after a rotation both keys verify, also when the new one is typed twice", async () => {
  const { id, oldKey, newKey, type, arrives } = await rotated();
  await type();
  expect([await arrives(oldKey), await arrives(newKey), await arrives("key-other")]).toEqual([200, 200, 401]);

  const events = await sql`select verified_with from webhook_events where connection_id = ${id} order by id`;
  expect(events.map((event) => event.verified_with)).toEqual(["signing-key (previous)", "signing-key"]);
});

test("the old key is forgotten once the platform no longer signs with it, and not before", async () => {
  const { id, oldKey, newKey, arrives } = await rotated();
  await age(id);
  await forgetPrevious();
  expect(await arrives(oldKey)).toBe(200);

  await arrives(newKey);
  await forgetPrevious();
  expect(await arrives(oldKey)).toBe(200);

  await sql`
    update webhook_events set received_at = received_at - interval '25 hours'
    where connection_id = ${id} and verified_with like '%previous)'`;
  await forgetPrevious();
  // What is remembered of the account is forgotten with the notice, which comes a moment after the commit.
  await eventually(async () => expect(await arrives(oldKey)).toBe(401));
  expect(await arrives(newKey)).toBe(200);
});

test("what is replaced is sealed anew with the rest when this installation's keys change", async () => {
  const { id, oldKey, arrives } = await rotated();
  await sql`update connection_credentials set previous_key_id = 'older' where connection_id = ${id}`;
  expect(await rotateKeys()).toEqual({ rotated: 1, unreadable: 0 });
  expect(await arrives(oldKey)).toBe(200);
});
