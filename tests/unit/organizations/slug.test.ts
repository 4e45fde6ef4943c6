import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Slug, slugFrom, slugLengthLimit, slugWithEnding } from "#lib/organizations/slug.ts";

/** What the schema's check constraint asks of a slug. */
const asTheDatabaseAsks = /^[a-z0-9](-?[a-z0-9]){1,47}$/;

describe("the address a name suggests", () => {
  test.each([
    ["Ana's Café", "anas-cafe"],
    ["Fade & Co. Barbershop", "fade-and-co-barbershop"],
    ["  Ünïcode — Straße 5 ", "unicode-stra-e-5"],
    ["Парикмахерская", "business"],
    ["Settings", "settings-business"],
    ["X", "business"],
  ])("%s becomes %s", (name, slug) => expect(slugFrom(name)).toBe(slug));

  test("any name gets an address that the form and the database both accept", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        const slug = slugFrom(name);
        expect(Slug.safeParse(slug).success).toBe(true);
        expect(slug).toMatch(asTheDatabaseAsks);
      }),
    );
  });

  test("an ending keeps it within the limit", () => {
    const slug = slugWithEnding(`${"a-".repeat(23)}ab`, "f00d");
    expect(slug).toMatch(asTheDatabaseAsks);
    expect(slug.length).toBeLessThanOrEqual(slugLengthLimit);
    expect(slug.endsWith("-f00d")).toBe(true);
  });
});

describe("an address someone types", () => {
  test.each(["a", "-acme", "acme-", "ac--me", "ac me", "acmé", "a".repeat(49), "settings", "API", ""])(
    "%j is refused",
    (slug) => expect(Slug.safeParse(slug).success).toBe(false),
  );

  test("capitals and surrounding spaces are forgiven", () => {
    expect(Slug.parse("  Acme-2 ")).toBe("acme-2");
  });
});
