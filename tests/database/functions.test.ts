import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { connectionCredentials, connections } from "#drizzle/schema/connections.ts";
import { brandSettings, organizationMembers, organizations, profiles } from "#drizzle/schema/tenancy.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { asUser } from "#lib/db/as-user.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, aPerson } from "#tests/support/an-organization.ts";
import { refusal } from "#tests/support/refusal.ts";

const role = (userId: string, to: "owner" | "admin" | "member") =>
  sql`update organization_members set role = ${to} where user_id = ${userId}`;

test("a person who signs up gets a profile, and a changed address follows", async () => {
  const { userId, email } = await aPerson("ana");
  await asSystem((tx) =>
    tx.execute(sql`update auth.users set email = ${`new-${email}`} where id = ${userId}`),
  );

  const [profile] = await asUser({ userId }, (tx) => tx.select().from(profiles));
  expect(profile).toMatchObject({ id: userId, email: `new-${email}` });
});

test("the name given at sign-up is kept, however the auth server stores it", async () => {
  const metadata = { name: " Ana Owner " };
  for (const stored of [JSON.stringify(metadata), JSON.stringify(JSON.stringify(metadata))]) {
    const userId = uuidv7();
    await asSystem((tx) =>
      tx.execute(sql`
        insert into auth.users (id, email, raw_user_meta_data)
        values (${userId}, ${`${userId}@example.com`}, ${stored}::text::jsonb)`),
    );
    const [profile] = await asUser({ userId }, (tx) => tx.select({ name: profiles.name }).from(profiles));
    expect(profile).toEqual({ name: "Ana Owner" });
  }
});

test("the founder of an organization owns it", async () => {
  const person = await aPerson();
  const slug = `founded-${uuidv7()}`.slice(0, 40);
  await asUser(person, (tx) =>
    tx.execute(sql`select private.create_organization('Founded', ${slug}, 'Europe/Rome')`),
  );

  const rows = await asUser(person, (tx) =>
    tx.select({ role: organizationMembers.role }).from(organizationMembers),
  );
  expect(rows).toEqual([{ role: "owner" }]);
});

test("no one signed in founds nothing", async () => {
  const attempt = asSystem((tx) =>
    tx.execute(sql`select private.create_organization('X1', 'x1-org', 'UTC')`),
  );
  expect(await refusal(attempt)).toMatchObject({ code: "42501" });
});

test("an organization always keeps one owner", async () => {
  const { owner, id } = await anOrganization();
  const constraint = "organization_members_keep_one_owner";

  const stepDown = asUser(owner, (tx) => tx.execute(role(owner.userId, "admin")));
  expect(await refusal(stepDown)).toEqual({ code: "23514", constraint });

  const leave = asUser(owner, (tx) =>
    tx.delete(organizationMembers).where(eq(organizationMembers.userId, owner.userId)),
  );
  expect(await refusal(leave)).toEqual({ code: "23514", constraint });

  await asUser(owner, (tx) => tx.delete(organizations).where(eq(organizations.id, id)));
});

test("ownership is handed over in one transaction, in either order", async () => {
  const { owner, admin } = await anOrganization();
  await asUser(owner, async (tx) => {
    await tx.execute(role(admin.userId, "owner"));
    await tx.execute(role(owner.userId, "member"));
  });

  const rows = await asUser(admin, (tx) =>
    tx.execute(sql`select role from organization_members where user_id = ${admin.userId}`),
  );
  expect(rows).toMatchObject([{ role: "owner" }]);
});

test("an admin makes no owners, not even of themselves, and unmakes none", async () => {
  const { owner, admin } = await anOrganization();

  expect(await refusal(asUser(admin, (tx) => tx.execute(role(admin.userId, "owner"))))).toMatchObject({
    code: "42501",
  });
  const demotion = await asUser(admin, (tx) => tx.execute(role(owner.userId, "member")));
  expect(demotion.count).toBe(0);
});

test("the moment of change is kept whoever writes", async () => {
  const organization = await anOrganization();
  const before = await asSystem((tx) =>
    tx.select().from(organizations).where(eq(organizations.id, organization.id)),
  );
  const [after] = await asUser(organization.admin, (tx) =>
    tx
      .update(organizations)
      .set({ name: "Renamed" })
      .where(eq(organizations.id, organization.id))
      .returning(),
  );
  expect(after?.updatedAt.getTime()).toBeGreaterThan(
    before[0]?.updatedAt.getTime() ?? Number.POSITIVE_INFINITY,
  );
});

test("a Page's owner is told to its own organization only", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const { externalId } = await aConnection(acme);
  const ask = sql`select get_owner_by_page_id(${externalId}) as owner`;

  expect(await asUser(acme.viewer, (tx) => tx.execute(ask))).toEqual([{ owner: acme.owner.userId }]);
  expect(await asUser(globex.owner, (tx) => tx.execute(ask))).toEqual([{ owner: null }]);
});

test("an account is live in one organization at a time, and free again once disconnected", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const { id, externalId } = await aConnection(acme);

  expect(await refusal(aConnection(globex, { externalId }))).toEqual({
    code: "23505",
    constraint: "connections_live_account_key",
  });
  await asSystem((tx) =>
    tx.update(connections).set({ status: "disconnected" }).where(eq(connections.id, id)),
  );
  await aConnection(globex, { externalId });
});

test("where one active Page was chosen, connecting another rests the first", async () => {
  const [one, many] = await Promise.all([anOrganization(), anOrganization("Many")]);
  await asSystem((tx) =>
    tx
      .update(organizations)
      .set({ settings: { oneActivePage: true } })
      .where(eq(organizations.id, one.id)),
  );
  const statuses = async (organizationId: string) =>
    (
      await asSystem((tx) =>
        tx
          .select({ status: connections.status })
          .from(connections)
          .where(eq(connections.organizationId, organizationId))
          .orderBy(connections.id),
      )
    ).map(({ status }) => status);

  for (const organization of [one, many]) {
    await aConnection(organization);
    await aConnection(organization);
  }
  expect(await statuses(one.id)).toEqual(["disconnected", "healthy"]);
  expect(await statuses(many.id)).toEqual(["healthy", "healthy"]);
});

test("only owners and admins of the connection's organization store credentials", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const { id } = await aConnection(acme);
  const save = sql`select private.save_credentials(${id}, 'a.b.c.d.e', 'k1', null, null, 'forget')`;

  for (const person of [acme.member, acme.viewer, globex.owner]) {
    expect(await refusal(asUser(person, (tx) => tx.execute(save)))).toMatchObject({ code: "42501" });
  }
  await asUser(acme.admin, (tx) => tx.execute(save));
});

test("credentials that are not ciphertext are refused by the table itself", async () => {
  const organization = await anOrganization();
  const { id } = await aConnection(organization);
  const plain = asSystem((tx) =>
    tx.insert(connectionCredentials).values({ connectionId: id, ciphertext: "EAAG_page_token", keyId: "k1" }),
  );
  expect(await refusal(plain)).toMatchObject({ constraint: "connection_credentials_are_encrypted" });
});

test("Zoom credentials are forgotten a week after they could last be renewed, and not before", async () => {
  const organization = await anOrganization();
  const zoom = () => aConnection(organization, { provider: "zoom" });
  const [lapsed, idle, page] = await Promise.all([zoom(), zoom(), aConnection(organization)]);
  const day = 86_400_000;
  const long = new Date(Date.now() - 8 * day);
  const row = (connectionId: string, refreshExpiresAt: Date) => ({
    connectionId,
    ciphertext: "a.b.c.d.e",
    keyId: "k1",
    accessExpiresAt: long,
    refreshExpiresAt,
  });
  await asSystem(async (tx) => {
    await tx
      .insert(connectionCredentials)
      .values([row(lapsed.id, long), row(idle.id, new Date(Date.now() + day)), row(page.id, long)]);
    await tx.execute(sql`select cleanup_expired_zoom_tokens()`);
  });

  const kept = await asSystem((tx) =>
    tx
      .select({ id: connectionCredentials.connectionId })
      .from(connectionCredentials)
      .innerJoin(connections, eq(connections.id, connectionCredentials.connectionId))
      .where(eq(connections.organizationId, organization.id)),
  );
  expect(kept.map(({ id }) => id).sort()).toEqual([idle.id, page.id].sort());
});

test("a trace is left by members only, under their own name", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const trace = sql`select private.record_audit(${acme.id}, 'tested', null, null, null, null, null)`;

  expect(await refusal(asUser(globex.owner, (tx) => tx.execute(trace)))).toMatchObject({ code: "42501" });
  await asUser(acme.viewer, (tx) => tx.execute(trace));
  const rows = await asUser(acme.owner, (tx) => tx.execute(sql`select actor_id, action from audit_events`));
  expect(rows).toEqual([{ actor_id: acme.viewer.userId, action: "tested" }]);
});

test("everyone signed in reads the platform's brand, and no one changes it", async () => {
  const { owner } = await anOrganization();
  const seen = await asUser(owner, (tx) =>
    tx.select({ primary: brandSettings.primaryColor }).from(brandSettings),
  );
  expect(seen).toEqual([{ primary: "#2A3EB1" }]);

  const change = await asUser(owner, (tx) => tx.update(brandSettings).set({ primaryColor: "#000000" }));
  expect(change.count).toBe(0);
});

test("the earlier schemas' views show an organization its own rows and never a token", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const { externalId } = await aConnection(acme);
  const pages = sql`select page_id, is_active from messenger_connections`;

  expect(await asUser(acme.viewer, (tx) => tx.execute(pages))).toEqual([
    { page_id: externalId, is_active: true },
  ]);
  expect(await asUser(globex.owner, (tx) => tx.execute(pages))).toEqual([]);

  const columns = await asSystem((tx) =>
    tx.execute(sql`select column_name from information_schema.columns c join information_schema.views v
      using (table_schema, table_name) where table_schema = 'public' and column_name ~ 'token|secret|cipher'`),
  );
  expect(columns).toEqual([]);
});

test("files are seen by members, logos stored by admins, private files by members", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const store = (bucket: string) =>
    sql`insert into storage.objects (bucket_id, name) values (${bucket}, ${`${acme.id}/${uuidv7()}.png`})`;
  const files = sql`select 1 from storage.objects where name like ${`${acme.id}/%`}`;

  expect(await refusal(asUser(acme.member, (tx) => tx.execute(store("logos"))))).toMatchObject({
    code: "42501",
  });
  expect(await refusal(asUser(acme.viewer, (tx) => tx.execute(store("private"))))).toMatchObject({
    code: "42501",
  });
  expect(await refusal(asUser(globex.owner, (tx) => tx.execute(store("private"))))).toMatchObject({
    code: "42501",
  });
  await asUser(acme.admin, (tx) => tx.execute(store("logos")));
  await asUser(acme.member, (tx) => tx.execute(store("private")));

  expect(await asUser(acme.viewer, (tx) => tx.execute(files))).toHaveLength(2);
  expect(await asUser(globex.owner, (tx) => tx.execute(files))).toHaveLength(0);
});
