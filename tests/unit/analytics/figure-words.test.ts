import { expect, test } from "vitest";
import { caveats, finding } from "#components/analytics/figure-words.ts";
import { figureOf } from "#lib/analytics/figure.ts";

test("a chart's title states what it shows", () => {
  expect(finding("Reach", 8_400, 0.12)).toBe("Reach rose 12 % to 8,400");
  expect(finding("Followers", 1_021, -0.004)).toBe("Followers fell 0.4 % to 1,021");
  expect(finding("Views", 310, 0)).toBe("Views stayed at 310");
  expect(finding("Views", 310, null)).toBe("Views: 310");
  expect(finding("Views", null, null)).toBe("Views");
});

test("what is missing is said beside it", () => {
  const days = {
    connectionId: "a",
    isGone: false,
    beforeDays: [1, 2, 3],
    days: [4, null, 6],
    isRedefined: false,
  };
  expect(caveats(figureOf("reach", [days], 3))).toEqual([
    "Days are added up, so whoever was reached on several days counts several times.",
    "1 day was not told, and is left open.",
    "The change is of the 2 days known in both periods.",
  ]);
  expect(caveats(figureOf("views", [{ ...days, days: [4, 5, 6] }], 3))).toEqual([]);
  expect(caveats(figureOf("views", [{ ...days, days: [4, 5, 6], isRedefined: true }], 3))).toEqual([
    "The platform began to count this differently on the way, which may be the change.",
  ]);
});
