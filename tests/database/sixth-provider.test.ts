import { expect, test } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { findLatestCheck, listConnections } from "#lib/connections/queries.ts";
import { listRecentEvents } from "#lib/connections/recent-events.ts";
import { revoke } from "#lib/connections/revoke.ts";
import { webhookDoors } from "#lib/webhooks/doors.ts";
import { parseEventFilter } from "#lib/webhooks/event-filter.ts";
import { listEvents } from "#lib/webhooks/list-events.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { signedBy } from "#tests/support/made-up/delivery.ts";
import { aSignalConnection } from "#tests/support/made-up/signal.ts";

// The platform is `tests/support/made-up/provider.ts`: a folder of its own, one entry in the registry, one value in the
// database's list. Nothing else in the product has heard of it.
test("a platform nobody has heard of is connected, looked at, heard, told and let go", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const { account, id } = await aSignalConnection(acme);

  expect(await checkConnection(id, "person")).toEqual({ status: "healthy", reason: null });
  const check = await findLatestCheck(acme.viewer, id);
  expect(check?.lines.map((line) => line.id)).toEqual(["token", "events", "rate-limit"]);
  expect(await listConnections(acme.viewer)).toMatchObject([{ id, provider: "signal", renewsItself: true }]);

  const door = webhookDoors().get("/api/webhooks/signal");
  const delivery = { account: account.id, type: "message", id: "sig-1" };
  expect((await door?.receive(signedBy(account.key, delivery)))?.status).toBe(200);
  expect((await door?.receive(signedBy(account.key, delivery)))?.status).toBe(200);
  expect((await door?.receive(signedBy("key-of-nobody", delivery)))?.status).toBe(401);
  await processPending(id);

  expect(await listRecentEvents(acme.viewer, id)).toMatchObject([
    { label: "Message received", summary: "Something happened at Signal.", status: "processed" },
  ]);
  const { filter, ignored } = parseEventFilter({ channel: "signal" });
  expect(ignored).toEqual([]);
  expect((await listEvents(acme.viewer, filter)).events).toHaveLength(1);
  expect((await listEvents(globex.owner, filter)).events).toEqual([]);
  const [rejected] =
    await sql`select sum(count)::int as count from webhook_rejections where sender = 'signal'`;
  expect(rejected?.count ?? 1).toBe(1);

  expect(await disconnect(acme.admin, id)).toMatchObject({ ok: true });
  await revoke(id, 0);
  expect(await sql`select from connection_credentials where connection_id = ${id}`).toHaveLength(0);
});
