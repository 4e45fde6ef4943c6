import { describe, expect, test } from "vitest";
import { type Access, lostAccess } from "#lib/connections/lost-access.ts";
import { facebook } from "#lib/providers/facebook/facebook.ts";

const everything = facebook.scopes.map(({ scope }) => scope);
const access = (more: Partial<Access> = {}): Access => ({
  scopes: everything,
  accessExpiresAt: null,
  details: { tasks: ["MANAGE"] },
  ...more,
});
const lost = (before: Partial<Access>, after: Partial<Access>) =>
  lostAccess(facebook, access(before), access(after));

describe("what a new access would lose", () => {
  test("is nothing when it may do the same or more", () => {
    expect(lost({}, {})).toEqual([]);
    expect(lost({ scopes: [], details: { tasks: [] }, accessExpiresAt: new Date() }, {})).toEqual([]);
  });

  test("is named for each permission, but for those that only find accounts", () => {
    expect(lost({}, { scopes: everything.filter((scope) => scope !== "pages_messaging") })).toEqual([
      "What was just granted does not include to read and answer messages.",
    ]);
    expect(lost({}, { scopes: everything.filter((scope) => scope !== "business_management") })).toEqual([]);
  });

  test("is what a smaller role on the Page does not include, where the roles are known", () => {
    expect(lost({}, { details: { tasks: ["ANALYZE", "CREATE_CONTENT"] } })).toEqual([
      expect.stringMatching(/role on this Page does not include messages/),
    ]);
    expect(lost({}, { details: { tasks: null } })).toEqual([]);
    expect(lost({ details: { tasks: ["ANALYZE"] } }, { details: { tasks: ["ANALYZE"] } })).toEqual([]);
  });

  test("is time, when it ends earlier and is not renewed by itself", () => {
    const [soon, later] = [new Date("2026-12-01"), new Date("2026-12-02")];
    const ended = ["What was just granted ends earlier."];

    expect(lost({}, { accessExpiresAt: later })).toEqual(ended);
    expect(lost({ accessExpiresAt: later }, { accessExpiresAt: soon })).toEqual(ended);
    expect(lost({ accessExpiresAt: soon }, { accessExpiresAt: later })).toEqual([]);
    const renewed = {
      ...facebook,
      renewal: { dueAt: () => null, refresh: () => Promise.reject(new Error("not called")) },
    };
    expect(lostAccess(renewed, access(), access({ accessExpiresAt: soon }))).toEqual([]);
  });
});
