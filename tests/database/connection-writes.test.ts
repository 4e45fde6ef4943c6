import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import { asUser } from "#lib/db/as-user.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { refusal } from "#tests/support/refusal.ts";

const connecting = (organization: Organization, externalId: string, id = uuidv7()) =>
  sql`select private.save_connection(${JSON.stringify({
    id,
    organization_id: organization.id,
    provider: "facebook",
    external_id: externalId,
    display_name: "Harbour Bakery",
    scopes: ["pages_messaging"],
    details: {},
  })}::text::jsonb)`;

test("no one claims an account by plain SQL, revives one or moves one", async () => {
  const acme = await anOrganization();
  const { id } = await aConnection(acme, { status: "disconnected" });
  const attempts = [
    sql`insert into connections (organization_id, provider, external_id, display_name)
        values (${acme.id}, 'facebook', '20531316728', 'Someone else''s Page')`,
    sql`update connections set status = 'healthy' where id = ${id}`,
    sql`update connections set external_id = '20531316728' where id = ${id}`,
    sql`update connections set authorized_by_external_id = '4' where id = ${id}`,
    sql`insert into connection_checks (organization_id, connection_id, status, lines, cause, duration_ms)
        values (${acme.id}, ${id}, 'healthy', '[]', 'person', 1)`,
  ];
  for (const attempt of attempts) {
    expect(await refusal(asUser(acme.owner, (tx) => tx.execute(attempt)))).toMatchObject({ code: "42501" });
  }
});

test("only owners and admins save a connection, and only into their own organization", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const { id, externalId } = await aConnection(acme);

  for (const person of [acme.member, acme.viewer, globex.owner]) {
    const save = asUser(person, (tx) => tx.execute(connecting(acme, externalId, id)));
    expect(await refusal(save)).toMatchObject({ code: "42501" });
  }
  await asUser(acme.admin, (tx) => tx.execute(connecting(acme, externalId, id)));
});

test("a connection is not taken over by naming its id, nor given another account", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const { id, externalId } = await aConnection(acme, { status: "disconnected" });

  const takeover = asUser(globex.owner, (tx) => tx.execute(connecting(globex, externalId, id)));
  expect(await refusal(takeover)).toMatchObject({ code: "42501" });
  const exchange = asUser(acme.owner, (tx) => tx.execute(connecting(acme, "another", id)));
  expect(await refusal(exchange)).toMatchObject({ code: "42501" });
});

test("only owners and admins disconnect, and only their own", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const { id } = await aConnection(acme);
  const disconnecting = sql`select * from private.disconnect(${acme.id}, ${id})`;

  for (const person of [acme.member, acme.viewer, globex.owner]) {
    expect(await asUser(person, (tx) => tx.execute(disconnecting))).toHaveLength(0);
  }
  expect(await asUser(acme.admin, (tx) => tx.execute(disconnecting))).toHaveLength(1);
});

test("what names a connection names one of its own organization", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const { id } = await aConnection(acme);
  const session = sql`insert into oauth_sessions (state_hash, browser_hash, organization_id, user_id, provider,
      reconnect_connection_id, redirect_uri, requested_scopes, expires_at)
    values (${uuidv7()}, 'b', ${globex.id}, ${globex.owner.userId}, 'facebook', ${id}, 'https://a.example', '{}', now())`;
  const check = sql`insert into connection_checks (organization_id, connection_id, status, lines, cause, duration_ms)
    values (${globex.id}, ${id}, 'healthy', '[]', 'person', 1)`;

  expect(await refusal(asUser(globex.owner, (tx) => tx.execute(session)))).toMatchObject({
    constraint: "oauth_sessions_own_connection_fkey",
  });
  expect(await refusal(asSystem((tx) => tx.execute(check)))).toMatchObject({
    constraint: "connection_checks_own_connection_fkey",
  });
});
