import { expect, test } from "vitest";
import { eventRows } from "#lib/webhooks/event-rows.ts";

const event = (externalId: string) => ({
  provider: "facebook" as const,
  accountExternalId: "104000000000001",
  eventType: "messages",
  externalId,
  payload: { externalId },
  occurredAt: new Date(),
});
const delivery = (...keys: string[]) => ({
  events: keys.map(event),
  headers: {},
  verifiedWith: "META_APP_SECRET",
});

test("events are claimed in the order of their keys, and stand in the order they came", () => {
  const rows: { id: string; key: string; received_at: string }[] = JSON.parse(
    eventRows([delivery("m_9", "m_10"), delivery("m_11", "m_9", "m_1")]) ?? "",
  );
  const keys = (by: "key" | "id") =>
    rows.toSorted((left, right) => (left[by] < right[by] ? -1 : 1)).map(({ key }) => key);

  expect(rows.map(({ key }) => key)).toEqual(keys("key"));
  expect(keys("id")).toEqual(["m_9", "m_10", "m_11", "m_1"]);
  const times = rows.toSorted((left, right) => (left.id < right.id ? -1 : 1)).map((row) => row.received_at);
  expect(times).toEqual(times.toSorted());
});
