import { afterEach, expect, test, vi } from "vitest";

const recordDeliveries = vi.hoisted(() => vi.fn<() => Promise<void>>());
vi.mock("#lib/webhooks/record.ts", () => ({ recordDeliveries }));

afterEach(() => vi.useRealTimers());

test("commits that never answer give their places back, and what waited behind them is stored", async () => {
  vi.useFakeTimers();
  const { storage } = await import("#lib/webhooks/storage.ts");
  const delivery = { events: [], verifiedWith: "meta", headers: {} };
  recordDeliveries.mockImplementation(() => new Promise(() => {}));
  const arrived = () => vi.advanceTimersByTimeAsync(0);
  const stuck: Promise<void>[] = [];
  for (let place = 0; place < 2; place += 1) {
    stuck.push(expect(storage.add(delivery, 1)).rejects.toThrow("not done within"));
    await arrived();
  }
  recordDeliveries.mockResolvedValue();
  const behind = storage.add(delivery, 1);
  expect(recordDeliveries).toHaveBeenCalledTimes(2);

  await vi.advanceTimersByTimeAsync(20_000);

  await Promise.all(stuck);
  await behind;
  await storage.drained();
});
