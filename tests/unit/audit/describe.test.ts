import { describe, expect, test } from "vitest";
import { describeAudit } from "#lib/audit/describe.ts";

const told = (action: string, metadata: unknown = {}, targetName: string | null = null) =>
  describeAudit({ action, metadata, targetName });

describe("an audit entry in words", () => {
  test("says what was connected", () => {
    expect(told("connection.connected", { displayName: "Harbour Bakery" })).toBe("connected Harbour Bakery");
  });

  test("says what changed and to what", () => {
    const changes = { name: { from: "Acme", to: "Globex" }, businessType: { from: "shop", to: null } };
    expect(told("organization.changed", { changes })).toBe(
      "changed the name to “Globex” and the kind of business",
    );
  });

  test("names whose sign-in failed", () => {
    expect(told("auth.sign_in_failed", {}, "Ana")).toBe("could not sign in as Ana");
  });

  test("counts the events of a replay", () => {
    expect(told("replay.started", { events: 12_000 })).toBe("started to run 12,000 events again");
    expect(told("replay.cancelled", { events: 1 })).toBe("cancelled a replay after 1 event");
    expect(told("replay.started")).toBe("started to run events again");
  });

  test("tells an action it has no sentence for by its own words", () => {
    expect(told("event.replayed_many", { displayName: "Harbour Bakery" })).toBe(
      "event replayed many: Harbour Bakery",
    );
  });

  test.each(["constructor", "toString"])("has no sentence for %s", (action) => {
    expect(told(action)).toBe(action);
  });

  test.each([null, "text", 5, [], { changes: "x" }, { displayName: 5 }])(
    "survives metadata %j",
    (metadata) => {
      expect(told("organization.changed", metadata)).toBe("changed the settings");
      expect(told("connection.connected", metadata)).toBe("connected an account");
    },
  );
});
