import { describe, expect, test } from "vitest";
import { listAuditEvents } from "#lib/audit/queries.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { recordAuth } from "#lib/audit/record-auth.ts";
import { recordSystemAudit } from "#lib/audit/record-system.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { anOrganization, aPerson } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";

const trace = (member: { userId: string }, organizationId: string, displayName = "Harbour Bakery") =>
  asUser(member, (tx) =>
    recordAudit(tx, {
      organizationId,
      action: "connection.connected",
      targetType: "connection",
      metadata: { displayName },
      ip: "192.0.2.1",
      userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    }),
  );

const read = async (member: Member) => (await listAuditEvents(member)).events;

describe("a trace", () => {
  test("tells owners and admins who did what from where", async () => {
    const acme = await anOrganization();
    await trace(acme.admin, acme.id);

    for (const reader of [acme.owner, acme.admin]) {
      expect(await read(reader)).toMatchObject([
        { who: acme.admin.email, what: "connected Harbour Bakery", from: "192.0.2.1, Firefox on Linux" },
      ]);
    }
  });

  test("is out of sight for members, viewers and other organizations", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    await trace(acme.admin, acme.id);

    const pretender = { ...globex.owner, organizationId: acme.id };
    for (const reader of [acme.member, acme.viewer, globex.owner, pretender]) {
      expect(await read(reader)).toEqual([]);
    }
  });

  test("cannot be left in someone else's organization", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);

    await expect(trace(globex.owner, acme.id)).rejects.toThrow();
    expect(await read(acme.owner)).toEqual([]);
  });

  test("goes with the transaction it tells of", async () => {
    const acme = await anOrganization();
    const work = asUser(acme.owner, async (tx) => {
      await recordAudit(tx, { organizationId: acme.id, action: "connection.connected" });
      throw new Error("what it tells of failed");
    });

    await expect(work).rejects.toThrow("what it tells of failed");
    expect(await read(acme.owner)).toEqual([]);
  });

  test("of a job is Trunkline's own, and a former member's stays without a name", async () => {
    const acme = await anOrganization();
    await trace(acme.admin, acme.id);
    await asSystem((tx) =>
      recordSystemAudit(tx, {
        organizationId: acme.id,
        action: "connection.disconnected",
        metadata: { displayName: "Harbour Bakery" },
      }),
    );
    await sql`delete from organization_members where organization_id = ${acme.id} and user_id = ${acme.admin.userId}`;

    expect((await read(acme.owner)).map(({ who, what }) => `${who} ${what}`)).toEqual([
      "Trunkline disconnected Harbour Bakery",
      "A former member connected Harbour Bakery",
    ]);
  });
});

describe("getting in and out", () => {
  test("shows in each organization of the person, and nowhere else", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    await recordAuth("auth.signed_in", { userId: acme.viewer.userId }, { ip: "192.0.2.9" });

    expect(await read(acme.owner)).toMatchObject([
      { who: acme.viewer.email, what: "signed in", from: "192.0.2.9" },
    ]);
    expect(await read(globex.owner)).toEqual([]);
  });

  test("a failed sign-in names the account that was tried, and nobody as its doer", async () => {
    const acme = await anOrganization();
    await recordAuth("auth.sign_in_failed", { email: acme.viewer.email.toUpperCase() }, {});

    expect(await read(acme.owner)).toMatchObject([
      { who: "Someone", what: `could not sign in as ${acme.viewer.email}` },
    ]);
  });

  test("is written down even for an address that is unknown, without the address", async () => {
    await recordAuth("auth.sign_in_failed", { email: "nobody@example.com" }, { ip: "198.51.100.77" });

    const rows = await sql`select * from audit_events where ip = '198.51.100.77'`;
    expect(rows).toMatchObject([{ action: "auth.sign_in_failed", organization_id: null, actor_id: null }]);
    expect(JSON.stringify(rows)).not.toContain("nobody");
  });

  test("someone without an organization leaves a trace outside of any", async () => {
    const person = await aPerson();
    await recordAuth("auth.confirmed", person, {});

    const rows = await sql`select organization_id from audit_events where actor_id = ${person.userId}`;
    expect(rows).toEqual([{ organization_id: null }]);
  });
});

test("pages follow one another without a gap or a repeat, also where many share an instant", async () => {
  const acme = await anOrganization();
  await asUser(acme.owner, async (tx) => {
    for (let at = 0; at < 70; at++) {
      await recordAudit(tx, {
        organizationId: acme.id,
        action: "connection.checked",
        metadata: { displayName: `${at}` },
      });
    }
  });
  for (let at = 70; at < 130; at++) await trace(acme.owner, acme.id, `${at}`);

  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page = await listAuditEvents(acme.owner, before);
    expect(page.events.length).toBeLessThanOrEqual(50);
    seen.push(...page.events.map(({ id }) => id));
    before = page.older;
  } while (before);

  expect(seen).toHaveLength(130);
  expect(new Set(seen).size).toBe(130);
});
