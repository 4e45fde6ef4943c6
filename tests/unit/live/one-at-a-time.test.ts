import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { oneAtATime } from "#components/live/one-at-a-time.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that is done when the test says so. */
function heldWork() {
  const begun: { done: () => void; fail: () => void }[] = [];
  const work = vi.fn(
    () =>
      new Promise<void>((done, fail) => void begun.push({ done, fail: () => fail(new Error("no line")) })),
  );
  const settle = async (how: "done" | "fail") => {
    begun.shift()?.[how]();
    await vi.advanceTimersByTimeAsync(1);
  };
  return { work, settle };
}

test("the work begins at once, and what is asked meanwhile is one more when it is done", async () => {
  const { work, settle } = heldWork();
  const { ask } = oneAtATime({ work, restMs: 0, retryMs: 5_000 });
  ask();
  expect(work).toHaveBeenCalledTimes(1);

  for (let times = 0; times < 50; times += 1) ask();
  expect(work).toHaveBeenCalledTimes(1);
  await settle("done");
  expect(work).toHaveBeenCalledTimes(2);
  await settle("done");
  expect(work).toHaveBeenCalledTimes(2);
  ask();
  expect(work).toHaveBeenCalledTimes(3);
});

test("it rests from one beginning to the next", async () => {
  const work = vi.fn(async () => {});
  const { ask } = oneAtATime({ work, restMs: 1_000, retryMs: 5_000 });
  ask();
  ask();
  await vi.advanceTimersByTimeAsync(999);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
});

test("what failed is tried again without being asked, and not after it was stopped", async () => {
  const { work, settle } = heldWork();
  const { ask, stop } = oneAtATime({ work, restMs: 0, retryMs: 5_000 });
  ask();
  await settle("fail");
  await vi.advanceTimersByTimeAsync(4_990);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(10);
  expect(work).toHaveBeenCalledTimes(2);

  await settle("fail");
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(2);
});
