import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { within } from "#lib/webhooks/within.ts";

const never = () => new Promise<never>(() => {});

describe("of time", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  });
  afterEach(async () => {
    // Those who still wait give up with the clock that they began with.
    await vi.runAllTimersAsync();
    vi.useRealTimers();
  });

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

  test("a crowd shares a timer, and who comes later has a whole time of their own", async () => {
    const crowd = [1, 2, 3].map(() => expect(within(1_000, never())).rejects.toThrow("not done within"));
    await vi.advanceTimersByTimeAsync(600);
    const later = expect(within(1_000, never())).rejects.toThrow("not done within");
    const inTime = within(1_000, new Promise((resolve) => setTimeout(resolve, 900, "in time")));
    expect(vi.getTimerCount()).toBe(2);

    await vi.advanceTimersByTimeAsync(400);
    await Promise.all(crowd);
    await vi.advanceTimersByTimeAsync(500);
    await expect(inTime).resolves.toBe("in time");
    await vi.advanceTimersByTimeAsync(100);
    await later;
    expect(vi.getTimerCount()).toBe(0);
  });
});

test("what has its outcome is not held until the time is over", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  const waitFor = async () => {
    const answer = { of: "a request" };
    await within(60_000, Promise.resolve(answer));
    return new WeakRef(answer);
  };

  const kept = await waitFor();
  await expect
    .poll(() => {
      collectGarbage();
      return kept.deref() === undefined;
    })
    .toBe(true);
});
