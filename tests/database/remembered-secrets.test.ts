import { afterAll, expect, test, vi } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import { listen, stopListening } from "#lib/live/listen.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { accountSecrets } from "#lib/webhooks/account-secrets.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { deliver } from "#tests/support/made-up/delivery.ts";
import { aSignalConnection } from "#tests/support/made-up/signal.ts";

// Only watched: the database is really asked.
vi.mock("#lib/webhooks/account-secrets.ts", { spy: true });
afterAll(stopListening);

const arrives = async (account: string, key: string) =>
  (await deliver(key, { account, type: "message", id: crypto.randomUUID() })).status;

/** How often the database was asked what this account signs with. */
const asked = (account: string) =>
  vi.mocked(accountSecrets).mock.calls.filter(([, id]) => id === account).length;

/** What the test itself does to the tables, through a session of its own, is done by another process. */
const elsewhere = sql;

/** All that was announced until now has been heard: notices come in the order they were sent. */
async function allIsHeard({ id, owner }: Organization) {
  const heard = vi.fn();
  const { stop } = await listen({
    organizationId: id,
    userId: owner.userId,
    onChange: heard,
    onStanding: () => {},
  });
  await asSystem((tx) => notifyOrganization(tx, id, "replays"));
  await eventually(() => expect(heard).toHaveBeenCalledWith("replays", expect.anything()));
  stop();
}

async function aConnectedAccount() {
  const organization = await anOrganization();
  const { account, id } = await aSignalConnection(organization);
  // The first delivery has the process listen for changes.
  await arrives(account.id, account.key);
  await allIsHeard(organization);
  expect(await arrives(account.id, account.key)).toBe(200);
  return { organization, account, id };
}

test("what an account signs with is asked for once, however much it sends", async () => {
  const { account } = await aConnectedAccount();
  const before = asked(account.id);
  const statuses = await Promise.all(Array.from({ length: 20 }, () => arrives(account.id, account.key)));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(asked(account.id)).toBe(before);
});

test("credentials that another process takes away are forgotten here", async () => {
  const { organization, account, id } = await aConnectedAccount();
  await elsewhere`delete from connection_credentials where connection_id = ${id}`;
  await allIsHeard(organization);
  expect(await arrives(account.id, account.key)).toBe(401);
});

test("a connection that another process ends is forgotten here, and known again when it is back", async () => {
  const { organization, account, id } = await aConnectedAccount();
  await elsewhere`update connections set status = 'disconnected' where id = ${id}`;
  await allIsHeard(organization);
  expect(await arrives(account.id, account.key)).toBe(401);
  await elsewhere`update connections set status = 'healthy' where id = ${id}`;
  await allIsHeard(organization);
  expect(await arrives(account.id, account.key)).toBe(200);
});

test("only the account that changed is asked for anew", async () => {
  const [one, other] = [await aConnectedAccount(), await aConnectedAccount()];
  const before = asked(other.account.id);
  const askedOne = asked(one.account.id);
  await elsewhere`update connection_credentials set ciphertext = ciphertext where connection_id = ${one.id}`;
  await allIsHeard(one.organization);
  await arrives(one.account.id, one.account.key);
  expect(asked(one.account.id)).toBe(askedOne + 1);
  await arrives(other.account.id, other.account.key);
  expect(asked(other.account.id)).toBe(before);
});

test("what news of events writes on a connection has nothing asked anew", async () => {
  const { organization, account, id } = await aConnectedAccount();
  const before = asked(account.id);
  await elsewhere`update connections set last_event_at = now(), status = 'broken', status_reason = 'x' where id = ${id}`;
  await elsewhere`update connections set status = 'healthy', status_reason = null where id = ${id}`;
  await elsewhere`update connection_credentials set renewal_failures = 1 where connection_id = ${id}`;
  await allIsHeard(organization);
  await arrives(account.id, account.key);
  expect(asked(account.id)).toBe(before);
});

test("a forgery is asked about once, and then answered from memory for a second", async () => {
  const account = `nobody-${crypto.randomUUID()}`;
  const statuses = await Promise.all(Array.from({ length: 50 }, () => arrives(account, "no key")));
  expect(new Set(statuses)).toEqual(new Set([401]));
  expect(asked(account)).toBe(1);
});

test("a signature that fits nothing remembered is checked against the database before it is refused", async () => {
  const { account, id } = await aConnectedAccount();
  const announced = ["connection_credentials", "connections"];
  // As when the notice is still on its way.
  for (const table of announced) await elsewhere.unsafe(`alter table ${table} disable trigger user`);
  try {
    await elsewhere`update connections set status = 'disconnected' where id = ${id}`;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
    expect(await arrives(account.id, account.key)).toBe(401);
    await elsewhere`update connections set status = 'healthy' where id = ${id}`;
    expect(await arrives(account.id, account.key)).toBe(401);
    vi.setSystemTime(Date.now() + 1_100);
    expect(await arrives(account.id, account.key)).toBe(200);
  } finally {
    vi.useRealTimers();
    for (const table of announced) await elsewhere.unsafe(`alter table ${table} enable trigger user`);
  }
});

test("when the database cannot be asked the platform is told to come again, and the next one asks", async () => {
  const { account } = await aSignalConnection(await anOrganization());
  vi.mocked(accountSecrets).mockRejectedValueOnce(new Error("away"));
  const other = `away-${crypto.randomUUID()}`;
  expect(await arrives(other, account.key)).toBe(503);
  expect(await arrives(other, account.key)).toBe(401);
});
