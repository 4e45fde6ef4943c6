import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { lane } from "#lib/jobs/lane.ts";

test("many connections share a few queues of their own work, each always the same one", () => {
  const ids = Array.from({ length: 200 }, () => uuidv7());
  const queues = new Set(ids.map((id) => lane("renewals", id)));
  expect([...queues].sort()).toEqual(["renewals-0", "renewals-1"]);
  for (const id of ids) expect(lane("renewals", id)).toBe(lane("renewals", id));
});
