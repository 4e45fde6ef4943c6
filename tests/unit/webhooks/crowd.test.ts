import { expect, test } from "vitest";
import { endOfTurn } from "#lib/webhooks/end-of-turn.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test("who asks within one turn goes on together, in order", async () => {
  const went: string[] = [];
  const go = async (name: string) => {
    await endOfTurn();
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
  await endOfTurn();
  let hasEnded = false;
  const next = endOfTurn().then(() => {
    hasEnded = true;
  });
  await Promise.resolve();
  expect(hasEnded).toBe(false);

  await turn();

  expect(hasEnded).toBe(true);
  await next;
});
