import { describe, expect, it } from "vitest";
import { eventsLine } from "#lib/providers/instagram/events-line.ts";
import { commentsScope, messagesScope } from "#lib/providers/instagram/scopes.ts";

const lacking = (missing: string[], more: object = {}) => ({
  ok: true as const,
  value: { isComplete: false, missing, ...more },
});

describe("the line on whether Instagram's events come", () => {
  it("offers no repair for what only a permission holds back", () => {
    const line = eventsLine(lacking(["comments"]), [messagesScope]);
    expect(line).toMatchObject({ verdict: "warn", reason: "Instagram does not send us: comments." });
    expect(line).not.toHaveProperty("repair");
  });

  it("offers it for what is allowed and does not come", () => {
    expect(eventsLine(lacking(["comments"]), [messagesScope, commentsScope]).repair).toBe("subscription");
    expect(eventsLine(lacking(["messages", "comments"]), [messagesScope]).repair).toBe("subscription");
  });

  it("offers it for what goes elsewhere, whatever is allowed", () => {
    const elsewhere = lacking(["comments"], { pointsElsewhere: "https://someone-else.example" });
    expect(eventsLine(elsewhere, [messagesScope]).repair).toBe("subscription");
  });
});
