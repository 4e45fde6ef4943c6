import { describe, expect, test } from "vitest";
import { NewOrganization, OrganizationChange } from "#lib/organizations/input.ts";

const valid = { name: " Acme ", timeZone: "Europe/Rome", businessType: "barbershop" };

describe("founding an organization", () => {
  test("takes a name, a zone and a kind of business", () => {
    expect(NewOrganization.parse(valid)).toEqual({ ...valid, name: "Acme" });
  });

  test("the kind of business may be left out", () => {
    expect(NewOrganization.parse({ ...valid, businessType: "" }).businessType).toBeUndefined();
  });

  test("takes a zone by the older name that browsers still report", () => {
    expect(NewOrganization.parse({ ...valid, timeZone: "Asia/Calcutta" }).timeZone).toBe("Asia/Calcutta");
  });

  test.each([
    [{ name: "   " }, "name"],
    [{ name: "x".repeat(121) }, "name"],
    [{ timeZone: "Mars/Olympus" }, "timeZone"],
    [{ timeZone: "" }, "timeZone"],
    [{ businessType: "bank-robbery" }, "businessType"],
  ])("%j is refused at its field", (change, field) => {
    const { error } = NewOrganization.safeParse({ ...valid, ...change });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

test("changing one also takes an address", () => {
  expect(OrganizationChange.safeParse(valid).success).toBe(false);
  expect(OrganizationChange.parse({ ...valid, slug: "acme" }).slug).toBe("acme");
});
