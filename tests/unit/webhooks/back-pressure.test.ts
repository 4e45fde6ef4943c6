import { afterEach, expect, test, vi } from "vitest";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { eventually } from "#tests/support/eventually.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const stored = vi.hoisted(() => vi.fn(() => new Promise<void>(() => {})));
vi.mock("#lib/webhooks/record.ts", () => ({ recordDeliveries: stored }));

afterEach(() => vi.useRealTimers());

test("large deliveries that cannot be stored just now are turned away long before they fill the memory", async () => {
  // Else those that wait would be answered the same for having waited.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const receive = receiver(metaWebhook);
  const text = "x".repeat(2.9 * 1024 * 1024);
  const answers = Array.from({ length: 36 }, () =>
    receive(metaRequest(messageTo("104000000000001", { text }))),
  );

  const turnedAway = await Promise.race(answers);

  expect(turnedAway.status).toBe(503);
  expect(turnedAway.headers.get("retry-after")).toBe("5");
  await eventually(() => expect(stored).toHaveBeenCalledTimes(2));
});
