import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { within } from "#lib/webhooks/within.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const never = () => new Promise<never>(() => {});

beforeEach(async () => {
  // In a turn of its own, which goes on as it does.
  await turn();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
});
afterEach(() => vi.useRealTimers());

test("answers what the promise does, in time", async () => {
  await expect(within(1_000, Promise.resolve("kept"))).resolves.toBe("kept");
  await expect(within(1_000, Promise.reject(new Error("its own")))).rejects.toThrow("its own");
});

test("gives up what takes longer, and nothing earlier", async () => {
  const short = expect(within(1_000, never())).rejects.toThrow("not done within 1000 ms");
  const long = within(3_000, new Promise((resolve) => setTimeout(resolve, 2_000, "late")));

  await vi.advanceTimersByTimeAsync(1_000);
  await short;
  await vi.advanceTimersByTimeAsync(1_000);

  await expect(long).resolves.toBe("late");
});

test("a crowd of one turn shares a timer, and who comes later has a whole time of their own", async () => {
  const crowd = [1, 2, 3].map(() => expect(within(1_000, never())).rejects.toThrow("not done within"));
  expect(vi.getTimerCount()).toBe(1);
  await turn();

  await vi.advanceTimersByTimeAsync(600);
  const later = within(1_000, new Promise((resolve) => setTimeout(resolve, 900, "in time")));
  await vi.advanceTimersByTimeAsync(900);

  await Promise.all(crowd);
  await expect(later).resolves.toBe("in time");
});
