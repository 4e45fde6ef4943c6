import { expect, test } from "vitest";
import { nextLookAt } from "#lib/webhooks/parking-times.ts";

test("what waits for another event is looked at ever later, and no more after ten minutes", () => {
  const receivedAt = new Date("2026-03-01T10:00:00Z");
  const ages: number[] = [];
  for (let at: Date | null = receivedAt; at; at = nextLookAt(receivedAt, at)) {
    ages.push((at.getTime() - receivedAt.getTime()) / 1000);
  }
  expect(ages).toEqual([0, 5, 20, 65, 200, 600]);
  expect(nextLookAt(receivedAt, new Date("2026-03-02T10:00:00Z"))).toBeNull();
});
