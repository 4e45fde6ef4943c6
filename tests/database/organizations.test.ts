import { describe, expect, test } from "vitest";
import { listAuditEvents } from "#lib/audit/queries.ts";
import { changeOrganization } from "#lib/organizations/change-organization.ts";
import { createOrganization } from "#lib/organizations/create-organization.ts";
import { findMembership } from "#lib/organizations/membership.ts";
import { findFrame, findOrganization, listOrganizations } from "#lib/organizations/queries.ts";
import { anOrganization, aPerson } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";

const input = { name: "Ana's Café", timeZone: "Europe/Rome", businessType: "restaurant" as const };

describe("founding an organization", () => {
  test("makes the founder its owner, at the address its name suggests", async () => {
    const person = await aPerson();

    expect(await createOrganization(person, input)).toEqual({ slug: "anas-cafe" });
    expect(await findMembership(person, "anas-cafe")).toMatchObject({
      ...person,
      organizationName: "Ana's Café",
      role: "owner",
    });
  });

  test("steps aside when the address is taken, for as many as come at once", async () => {
    const people = await Promise.all(["a", "b", "c", "d"].map((name) => aPerson(name)));
    const founded = await Promise.all(
      people.map((person) => createOrganization(person, { ...input, name: "Rush" })),
    );

    const slugs = founded.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(4);
    for (const slug of slugs) expect(slug).toMatch(/^rush(-[0-9a-f]{4})?$/);
  });

  test("leaves a trace of who founded it and from where", async () => {
    const person = await aPerson();
    const { slug } = await createOrganization(person, { ...input, name: "Traced" }, { ip: "192.0.2.7" });
    const member = await findMembership(person, slug);

    expect(member && (await listAuditEvents(member)).events).toMatchObject([
      { who: person.email, what: "created the organization", from: "192.0.2.7" },
    ]);
  });
});

describe("membership", () => {
  test("a stranger has none, whether the organization exists or not", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);

    expect(await findMembership(globex.owner, acme.slug)).toBeUndefined();
    expect(await findMembership(globex.owner, "no-such-organization")).toBeUndefined();
    expect(await findMembership(acme.viewer, acme.slug)).toMatchObject({ role: "viewer" });
  });

  test("a person sees the organizations they belong to, by name, and no others", async () => {
    const person = await aPerson();
    await createOrganization(person, { ...input, name: "Zebra" });
    await createOrganization(person, { ...input, name: "Apple" });
    await anOrganization();

    expect((await listOrganizations(person)).map(({ name }) => name)).toEqual(["Apple", "Zebra"]);
  });
});

describe("changing an organization", () => {
  test("admins change it and the log names what changed", async () => {
    const acme = await anOrganization();
    const change = { ...input, name: "Globex", slug: `${acme.slug}`.slice(0, 40), timeZone: "UTC" };

    expect(await changeOrganization(acme.admin, change)).toEqual({ ok: true, value: { slug: change.slug } });
    expect(await findOrganization(acme.viewer)).toEqual(change);
    const { events } = await listAuditEvents(acme.owner);
    expect(events.map(({ what }) => what)).toEqual([
      `changed the name to “Globex”, the address to “${change.slug}”, and the kind of business to “restaurant”`,
    ]);
  });

  test("members and viewers are refused", async () => {
    const acme = await anOrganization();
    const change = { ...input, slug: acme.slug };

    for (const person of [acme.member, acme.viewer]) {
      expect(await changeOrganization(person, change)).toEqual({ ok: false, error: "admins-only" });
    }
    expect(await findOrganization(acme.owner)).toMatchObject({ name: "Acme" });
  });

  test("the role is proved by the database too: a member who claims to be admin changes nothing", async () => {
    const acme = await anOrganization();
    const pretender = { ...acme.member, role: "admin" as const };

    await expect(changeOrganization(pretender, { ...input, slug: acme.slug })).rejects.toThrow();
    expect(await findOrganization(acme.owner)).toMatchObject({ name: "Acme" });
  });

  test("an address someone else has is refused and nothing else is saved", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);

    expect(await changeOrganization(acme.owner, { ...input, slug: globex.slug })).toEqual({
      ok: false,
      error: "slug-taken",
    });
    expect(await findOrganization(acme.owner)).toMatchObject({ name: "Acme", slug: acme.slug });
  });

  test("saving what is already so leaves no trace", async () => {
    const acme = await anOrganization();
    const change = { ...input, slug: acme.slug };
    await changeOrganization(acme.owner, change);
    await changeOrganization(acme.owner, change);

    expect((await listAuditEvents(acme.owner)).events).toHaveLength(1);
  });
});

test("the frame wears the organization's own colour, and the platform's until there is one", async () => {
  const acme = await anOrganization();
  expect((await findFrame(acme.viewer)).primaryColor).toBe("#2A3EB1");

  await sql`insert into brand_settings (organization_id, primary_color) values (${acme.id}, '#0A7A50')`;
  expect((await findFrame(acme.viewer)).primaryColor).toBe("#0A7A50");
});
