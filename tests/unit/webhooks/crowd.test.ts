import { expect, test } from "vitest";
import { withTheCrowd } from "#lib/webhooks/crowd.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test("who asks within one turn goes on together, in order", async () => {
  const went: string[] = [];
  const go = async (name: string) => {
    await withTheCrowd();
    went.push(name);
  };

  const first = go("first");
  await Promise.resolve();
  const second = go("second");
  setImmediate(() => went.push("another turn's"));
  expect(went).toEqual([]);
  await Promise.all([first, second]);

  expect(went).toEqual(["first", "second"]);
});

test("who asks after the turn's end waits for that of the next", async () => {
  await withTheCrowd();
  let hasEnded = false;
  const next = withTheCrowd().then(() => {
    hasEnded = true;
  });
  await Promise.resolve();
  expect(hasEnded).toBe(false);

  await turn();

  expect(hasEnded).toBe(true);
  await next;
});

test("many go before the turn ends, and those who come after them at its end", async () => {
  const went: number[] = [];
  const going = Array.from({ length: 40 }, async (_, index) => {
    await withTheCrowd();
    went.push(index);
  });
  expect(went).toEqual([]);

  await Promise.resolve();
  expect(went).toEqual(Array.from({ length: 32 }, (_, index) => index));
  await turn();
  expect(went).toHaveLength(40);
  await Promise.all(going);
});
