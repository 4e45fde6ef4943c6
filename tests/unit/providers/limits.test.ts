import { expect, test } from "vitest";
import { noteLimit, withLimits } from "#lib/providers/limits.ts";

test("the highest figures of all answers count, each by itself", async () => {
  const { value, limit } = await withLimits(async () => {
    noteLimit({ percentUsed: 40, regainSeconds: null });
    await Promise.resolve();
    noteLimit({ percentUsed: null, regainSeconds: 120 });
    noteLimit({ percentUsed: 20, regainSeconds: 60 });
    return "done";
  });
  expect({ value, limit }).toEqual({ value: "done", limit: { percentUsed: 40, regainSeconds: 120 } });
});

test("a refusal is noted also where the platform says no number, and stays noted", async () => {
  const { limit } = await withLimits(async () => {
    noteLimit({ percentUsed: null, regainSeconds: null, isRefused: true });
    noteLimit({ percentUsed: 20, regainSeconds: null, isRefused: false });
  });
  expect(limit).toEqual({ percentUsed: 20, regainSeconds: null, isRefused: true });
});

test("nothing said is nothing noted", async () => {
  const { limit } = await withLimits(async () => noteLimit({ percentUsed: null, regainSeconds: null }));
  expect(limit).toBeNull();
});

test("two pieces of work at once do not hear of each other", async () => {
  const [busy, idle] = await Promise.all([
    withLimits(async () => {
      await Promise.resolve();
      noteLimit({ percentUsed: 95, regainSeconds: null });
    }),
    withLimits(async () => {
      await Promise.resolve();
      noteLimit({ percentUsed: 5, regainSeconds: null });
    }),
  ]);
  expect([busy.limit?.percentUsed, idle.limit?.percentUsed]).toEqual([95, 5]);
});

test("an outer listener hears what an inner one heard, even when the work failed", async () => {
  const { limit } = await withLimits(async () => {
    await withLimits(async () => {
      noteLimit({ percentUsed: 80, regainSeconds: null });
      throw new Error("lost");
    }).catch(() => null);
  });
  expect(limit).toEqual({ percentUsed: 80, regainSeconds: null });
});

test("outside of any listener a note is harmless", () => {
  expect(() => noteLimit({ percentUsed: 1, regainSeconds: 1 })).not.toThrow();
});
