import fc from "fast-check";
import { expect, test } from "vitest";
import { groupCommit } from "#lib/webhooks/group-commit.ts";

/** A store whose writes end when the test says so. */
function aStore(
  limits: Partial<{ maxInFlight: number; maxBatchWeight: number; maxWaitingWeight: number }> = {},
) {
  const writes: { items: string[]; done: (error?: Error) => void }[] = [];
  const group = groupCommit<string>({
    commit: (items) =>
      new Promise((resolve, reject) => {
        writes.push({ items, done: (error) => (error ? reject(error) : resolve()) });
      }),
    isItemsFault: (error) => error instanceof RangeError,
    maxInFlight: 2,
    maxBatchWeight: 10,
    maxWaitingWeight: 100,
    ...limits,
  });
  return { group, writes };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("a lone item is written before the event loop's turn is over", async () => {
  const { group, writes } = aStore();
  group.add("a", 1);
  await settled();
  expect(writes.map((write) => write.items)).toEqual([["a"]]);
});

test("what arrives in one turn shares a write", async () => {
  const { group, writes } = aStore();
  for (const item of ["a", "b", "c"]) group.add(item, 1);
  await settled();
  expect(writes.map((write) => write.items)).toEqual([["a", "b", "c"]]);
});

test("what arrives while both places are taken shares the next write", async () => {
  const { group, writes } = aStore();
  for (const item of ["a", "b", "c", "d", "e"]) {
    group.add(item, 1);
    await settled();
  }
  expect(writes.map((write) => write.items)).toEqual([["a"], ["b"]]);

  writes[0]?.done();
  await settled();
  expect(writes.map((write) => write.items)).toEqual([["a"], ["b"], ["c", "d", "e"]]);
});

test("beside a write goes only one at least half as heavy; what is lighter waits no longer than for that write", async () => {
  const { group, writes } = aStore();
  const arrive = async (item: string, weight: number) => {
    group.add(item, weight);
    await settled();
  };
  await arrive("heavy", 5);
  await arrive("light", 2);
  expect(writes.map((write) => write.items)).toEqual([["heavy"]]);
  await arrive("more", 1);
  expect(writes.map((write) => write.items)).toEqual([["heavy"], ["light", "more"]]);

  await arrive("last", 1);
  writes[0]?.done();
  await settled();
  expect(writes).toHaveLength(2);
  writes[1]?.done();
  await settled();
  expect(writes.map((write) => write.items)).toEqual([["heavy"], ["light", "more"], ["last"]]);
});

test("a batch as heavy as may be does not keep the other place from one that is", async () => {
  const { group, writes } = aStore({ maxBatchWeight: 5 });
  for (const item of ["heavier than a batch", "a", "b"]) group.add(item, item.length > 1 ? 50 : 4);
  await settled();
  expect(writes.map((write) => write.items)).toEqual([["heavier than a batch"], ["a"]]);
});

test("no one is told before their write is done", async () => {
  const { group, writes } = aStore({ maxInFlight: 1 });
  const told: string[] = [];
  for (const item of ["a", "b"]) {
    void group.add(item, 1)?.then(() => told.push(item));
    await settled();
  }
  expect(told).toEqual([]);
  writes[0]?.done();
  await settled();
  expect(told).toEqual(["a"]);
});

test("a write takes no more than its bound, except one item that is heavier by itself", async () => {
  const { group, writes } = aStore({ maxInFlight: 1, maxBatchWeight: 5 });
  const weights: [string, number][] = [
    ["first", 1],
    ["a", 3],
    ["b", 2],
    ["heavy", 9],
    ["c", 1],
  ];
  for (const [item, weight] of weights) {
    group.add(item, weight);
    await settled();
  }
  for (let write = 0; write < 4; write += 1) {
    writes[write]?.done();
    await settled();
  }
  expect(writes.map((write) => write.items)).toEqual([["first"], ["a", "b"], ["heavy"], ["c"]]);
});

test("beyond what may wait, the next is turned away; room again, and it is taken", async () => {
  const { group, writes } = aStore({ maxInFlight: 1, maxWaitingWeight: 3 });
  expect(group.add("written", 1)).toBeDefined();
  await settled();
  expect(group.add("waits", 3)).toBeDefined();
  expect(group.add("turned away", 1)).toBeUndefined();
  writes[0]?.done();
  await settled();
  expect(group.add("taken", 1)).toBeDefined();
});

test("one item's fault is not its neighbours': each is then written alone", async () => {
  const { group, writes } = aStore({ maxInFlight: 1 });
  const outcomes = ["first", "good", "bad", "also good"].map((item) =>
    (group.add(item, 1) ?? Promise.reject()).then(
      () => "stored",
      () => "refused",
    ),
  );
  await settled();
  writes[0]?.done(new RangeError("one of them"));
  await settled();
  writes[1]?.done();
  await settled();
  for (const fault of [undefined, new RangeError("this one"), undefined]) {
    writes.at(-1)?.done(fault);
    await settled();
  }
  expect(await Promise.all(outcomes)).toEqual(["stored", "stored", "refused", "stored"]);
});

test("when the database is away everyone of the batch is told, once", async () => {
  const { group, writes } = aStore({ maxInFlight: 1 });
  const outcomes = ["first", "a", "b"].map((item) =>
    group.add(item, 1)?.catch((error: Error) => error.message),
  );
  await settled();
  writes[0]?.done(new Error("away"));
  expect(await Promise.all(outcomes)).toEqual(["away", "away", "away"]);
  expect(writes).toHaveLength(1);
});

test("drained means that nothing waits and nothing is being written", async () => {
  const { group, writes } = aStore({ maxInFlight: 1 });
  await group.drained();
  let drained = false;
  group.add("a", 1);
  void group.drained().then(() => {
    drained = true;
  });
  await settled();
  expect(drained).toBe(false);
  group.add("b", 1);
  writes[0]?.done();
  await settled();
  expect(drained).toBe(false);
  writes[1]?.done();
  await settled();
  expect(drained).toBe(true);
});

test("whatever arrives in whatever order, each item is written exactly once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 }), async (weights) => {
      const written: number[] = [];
      const group = groupCommit<number>({
        commit: async (items) => {
          await settled();
          written.push(...items);
        },
        isItemsFault: () => false,
        maxInFlight: 1,
        maxBatchWeight: 10,
        maxWaitingWeight: 10_000,
      });
      await Promise.all(weights.map((weight, item) => group.add(item, weight)));
      expect(written).toEqual(weights.map((_, item) => item));
    }),
    { numRuns: 50 },
  );
});
