import { expect, test } from "vitest";
import { forbiddenFlags, inSlowPlace } from "#lib/jobs/slow-jobs.ts";

test("slow jobs leave places for what cannot wait, and give theirs back", async () => {
  const ends: (() => void)[] = [];
  const begin = () => inSlowPlace(() => new Promise<void>((end) => ends.push(end)));
  const three = [begin(), begin()];
  expect(forbiddenFlags()).toBeNull();
  three.push(begin());
  expect(forbiddenFlags()).toEqual(["slow"]);

  expect(await begin()).toBe(false);
  for (const end of ends) end();
  expect(await Promise.all(three)).toEqual([true, true, true]);
  expect(forbiddenFlags()).toBeNull();
});

test("a slow job that breaks gives its place back", async () => {
  await expect(inSlowPlace(() => Promise.reject(new Error("broke")))).rejects.toThrow("broke");
  expect(await inSlowPlace(() => Promise.resolve())).toBe(true);
});
