import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offerPage } from "#lib/providers/facebook/offer-page.ts";
import { PageNode } from "#lib/providers/facebook/page-node.ts";
import { facebookScopes } from "#lib/providers/facebook/scopes.ts";

const everything = new Set<string>(facebookScopes.map(({ scope }) => scope));
const without = (...scopes: string[]) => new Set([...everything].filter((scope) => !scopes.includes(scope)));
const page = (more: object = {}) =>
  PageNode.parse({
    id: "104000000000001",
    name: "Harbour Bakery",
    category: "Bakery",
    tasks: ["ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE"],
    access_token: "EAAG_page",
    picture: { data: { url: "https://cdn.example/1.jpg" } },
    ...more,
  });
const limits = (node: PageNode, granted: ReadonlySet<string>) =>
  offerPage(node, "EAAG_user", granted).offer.limits;

describe("a Page to choose", () => {
  test("with everything granted has nothing in its way", () => {
    const { offer, secrets } = offerPage(page(), "EAAG_user", everything);
    expect(offer).toMatchObject({ obstacle: null, limits: [], displayName: "Harbour Bakery" });
    expect(secrets).toEqual({ pageToken: "EAAG_page", userToken: "EAAG_user" });
  });

  test("without a token of its own cannot be connected, and never falls back on the person's", () => {
    const { offer, secrets } = offerPage(page({ access_token: undefined }), "EAAG_user", everything);
    expect(offer.obstacle).toEqual({ sentence: expect.stringMatching(/not ticked/), askAgain: true });
    expect(secrets).toBeNull();
  });

  test("shows no token in its offer", () => {
    expect(JSON.stringify(offerPage(page(), "EAAG_user", everything).offer)).not.toContain("EAAG");
  });

  test("says what does not work without a permission, and that asking again can help", () => {
    expect(limits(page(), without("pages_messaging"))).toEqual([
      { sentence: expect.stringMatching(/neither read nor answered/), askAgain: true },
    ]);
  });

  test("loses nothing when only the permission to find it is missing", () => {
    expect(limits(page(), without("business_management"))).toEqual([]);
  });

  test("says when the person's role is too small, which asking again does not help", () => {
    expect(
      limits(page({ tasks: ["ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MODERATE"] }), everything),
    ).toEqual([
      { sentence: expect.stringMatching(/role on this Page does not include messages/), askAgain: false },
    ]);
  });

  test("reads the new spelling of roles like the old one", () => {
    const tasks = ["PROFILE_PLUS_MESSAGING", "PROFILE_PLUS_ANALYZE", "PROFILE_PLUS_MODERATE"];
    expect(limits(page({ tasks }), everything)).toEqual([]);
    expect(limits(page({ tasks: ["PROFILE_PLUS_FULL_CONTROL"] }), everything)).toEqual([]);
  });

  test("is not accused of a small role when Facebook does not tell the role", () => {
    expect(limits(page({ tasks: undefined }), everything)).toEqual([]);
  });
});

test("whatever a list holds in place of a Page, reading it does not throw", () => {
  const field = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  const shaped = fc.record({
    id: fc.oneof(field, fc.constant("1")),
    name: field,
    username: field,
    category: field,
    tasks: field,
    access_token: field,
    picture: field,
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), shaped), (node) => {
      const read = PageNode.safeParse(node);
      if (read.success) expect(offerPage(read.data, "EAAG_user", everything).offer.displayName).not.toBe("");
    }),
  );
});
