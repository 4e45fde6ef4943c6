import { describe, expect, test } from "vitest";
import { disconnect } from "#lib/connections/disconnect.ts";
import { findConnection, listConnections, listDisconnected } from "#lib/connections/queries.ts";
import { revoke } from "#lib/connections/revoke.ts";
import { connectedPages } from "#tests/support/a-facebook-connection.ts";
import { anAttempt } from "#tests/support/an-attempt.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { aFacebookPerson, control, sandboxState } from "#tests/support/sandbox.ts";

const credentials = async (connectionId: string) =>
  (await sql`select 1 from connection_credentials where connection_id = ${connectionId}`).length;
const jobs = (name: string, connectionId: string) => sql`
  select p.payload, j.run_at from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
  where j.task_identifier = ${name} and p.payload ->> 'connectionId' = ${connectionId}`;

describe("disconnecting", () => {
  test.each(["viewer", "member"] as const)("is refused to a %s", async (role) => {
    const acme = await anOrganization();
    const { connectionIds } = await connectedPages(acme);
    expect(await disconnect(acme[role], connectionIds[0] ?? "")).toEqual({ ok: false, error: "admins-only" });
    expect(await listConnections(acme.viewer)).toHaveLength(1);
  });

  test("another organization's account is as if there were none", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const { connectionIds } = await connectedPages(acme);
    expect(await disconnect(globex.owner, connectionIds[0] ?? "")).toEqual({
      ok: false,
      error: "not-connected",
    });
    expect(await listConnections(acme.viewer)).toHaveLength(1);
  });

  test("stops at once, keeps the row, leaves a trace, and queues the rest", async () => {
    const acme = await anOrganization();
    const { connectionIds } = await connectedPages(acme);
    const [id = ""] = connectionIds;

    expect(await disconnect(acme.admin, id)).toEqual({ ok: true, value: { displayName: "Harbour Bakery" } });
    expect(await listConnections(acme.viewer)).toEqual([]);
    expect(await findConnection(acme.viewer, id)).toMatchObject({ status: "disconnected" });
    expect(await listDisconnected(acme.viewer)).toMatchObject([{ id, displayName: "Harbour Bakery" }]);
    expect(await listDisconnected((await anOrganization()).owner)).toEqual([]);
    expect(await jobs("connection.revoke", id)).toHaveLength(1);
    expect(
      await sql`select actor_id from audit_events where target_id = ${id} and action = 'connection.disconnected'`,
    ).toEqual([{ actor_id: acme.admin.userId }]);
    expect(await disconnect(acme.admin, id)).toEqual({ ok: false, error: "not-connected" });
  });
});

test("an organization that keeps one active Page lets go of the one before", async () => {
  const acme = await anOrganization();
  await sql`update organizations set settings = '{"oneActivePage": true}' where id = ${acme.id}`;
  const person = await aFacebookPerson(["A", "B"]);
  const [a = "", b = ""] = person.pageIds;
  const [first = ""] = (await connectedPages(acme, person, [a])).connectionIds;
  const [second = ""] = (await connectedPages(acme, person, [b])).connectionIds;

  expect(await listConnections(acme.viewer)).toMatchObject([{ id: second }]);
  expect(await jobs("connection.revoke", first)).toHaveLength(1);
  expect(await jobs("connection.revoke", second)).toHaveLength(0);
  expect(
    await sql`select actor_id from audit_events where target_id = ${first} and action = 'connection.disconnected'`,
  ).toEqual([{ actor_id: acme.admin.userId }]);

  await revoke(first, 0);
  expect(await Promise.all([first, second].map(credentials))).toEqual([0, 1]);
  const state = await sandboxState();
  expect(state.subscriptions[a]).toBeUndefined();
  expect(state.subscriptions[b]).toContain("messages");
  expect(state.grants[person.personId]).toBeDefined();
});

describe("letting go", () => {
  test("unsubscribes, gives the last grant back, and forgets the tokens; twice does no harm", async () => {
    const acme = await anOrganization();
    const { personId, pageIds, connectionIds } = await connectedPages(acme);
    const [id = ""] = connectionIds;
    await disconnect(acme.admin, id);
    await revoke(id, 0);

    const state = await sandboxState();
    expect(state.subscriptions[pageIds[0] ?? ""]).toBeUndefined();
    expect(state.grants[personId]).toBeUndefined();
    expect(await credentials(id)).toBe(0);
    await revoke(id, 0);
    expect(await findConnection(acme.viewer, id)).toMatchObject({ status: "disconnected" });
  });

  test("leaves the person's other Pages working, in this organization and in others", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const person = await aFacebookPerson(["A", "B", "C"]);
    const [a = "", b = "", c = ""] = person.pageIds;
    const here = await connectedPages(acme, person, [a, b]);
    await connectedPages(globex, person, [c]);

    for (const id of here.connectionIds) {
      await disconnect(acme.admin, id);
      await revoke(id, 0);
    }
    const state = await sandboxState();
    expect(state.grants[person.personId]).toBeDefined();
    expect(Object.keys(state.subscriptions)).toEqual(expect.arrayContaining([c]));
    expect(Object.keys(state.subscriptions)).not.toContain(a);
    expect(await Promise.all(here.connectionIds.map(credentials))).toEqual([0, 0]);
  });

  test("leaves the Page subscribed when another organization has connected it meanwhile", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const person = await aFacebookPerson(["A"]);
    const ours = await connectedPages(acme, person);
    const [id = ""] = ours.connectionIds;
    await disconnect(acme.admin, id);
    const theirs = await connectedPages(globex, person);
    await revoke(id, 0);

    expect((await sandboxState()).subscriptions[person.pageIds[0] ?? ""]).toContain("messages");
    expect(await credentials(id)).toBe(0);
    expect(await credentials(theirs.connectionIds[0] ?? "")).toBe(1);
    expect(await jobs("connection.check", theirs.connectionIds[0] ?? "")).toHaveLength(1);
  });

  test("does nothing to a connection that has come back", async () => {
    const acme = await anOrganization();
    const person = await aFacebookPerson(["A"]);
    const { connectionIds } = await connectedPages(acme, person);
    const [id = ""] = connectionIds;
    await disconnect(acme.admin, id);
    const again = await connectedPages(acme, person);
    await revoke(id, 0);

    expect(again.connectionIds).toEqual([id]);
    expect(await listDisconnected(acme.viewer)).toEqual([]);
    expect(await credentials(id)).toBe(1);
    expect((await sandboxState()).subscriptions[person.pageIds[0] ?? ""]).toContain("messages");
    expect(await findConnection(acme.viewer, id)).toMatchObject({ status: "healthy" });
  });

  test("does not pull the grant from under a person who is choosing Pages, here or in another organization", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    for (const chooser of [acme, globex]) {
      const person = await aFacebookPerson(["A", "B"]);
      const { connectionIds } = await connectedPages(acme, person, person.pageIds.slice(0, 1));
      const [id = ""] = connectionIds;
      await disconnect(acme.admin, id);
      await anAttempt(chooser.admin, person.personId, { pageIds: person.pageIds });
      await revoke(id, 0);

      expect((await sandboxState()).grants[person.personId]).toBeDefined();
      expect(await credentials(id)).toBe(0);
    }
  });

  test("gives the grant back although someone else is choosing Pages", async () => {
    const acme = await anOrganization();
    const { personId, connectionIds } = await connectedPages(acme);
    const other = await aFacebookPerson(["A"]);
    const [id = ""] = connectionIds;
    await disconnect(acme.admin, id);
    await anAttempt(acme.admin, other.personId, { pageIds: other.pageIds });
    await revoke(id, 0);

    expect((await sandboxState()).grants[personId]).toBeUndefined();
    expect((await sandboxState()).grants[other.personId]).toBeDefined();
  });

  test("tries again while Facebook is down, keeping the tokens it needs for that", async () => {
    const acme = await anOrganization();
    const { pageIds, connectionIds } = await connectedPages(acme);
    const [id = ""] = connectionIds;
    await disconnect(acme.admin, id);
    await control("graph/fail", { count: 1, status: 500, code: 2, match: "subscribed_apps" });
    await revoke(id, 0);

    expect(await credentials(id)).toBe(1);
    const waiting = await jobs("connection.revoke", id);
    expect(waiting.map(({ payload }) => payload.attempt).sort()).toEqual([0, 1]);

    await revoke(id, 1);
    expect(await credentials(id)).toBe(0);
    expect((await sandboxState()).subscriptions[pageIds[0] ?? ""]).toBeUndefined();
  });

  test("forgets the tokens after the last try all the same", async () => {
    const acme = await anOrganization();
    const { connectionIds } = await connectedPages(acme);
    const [id = ""] = connectionIds;
    await disconnect(acme.admin, id);
    await control("graph/fail", { count: 1, status: 500, code: 2, match: "subscribed_apps" });
    await revoke(id, 7);

    expect(await credentials(id)).toBe(0);
  });

  test("does not wait for a grant that is gone already", async () => {
    const acme = await anOrganization();
    const { personId, connectionIds } = await connectedPages(acme);
    const [id = ""] = connectionIds;
    await control(`people/${personId}/change-password`);
    await disconnect(acme.admin, id);
    await revoke(id, 0);

    expect(await credentials(id)).toBe(0);
  });
});
