import { expect, test, vi } from "vitest";
import { oneAtATime } from "#components/live/one-at-a-time.ts";

test("the work begins at once, and what is asked meanwhile is one more when it is done", () => {
  const begin = vi.fn();
  const work = oneAtATime(begin);
  work.ask();
  expect(begin).toHaveBeenCalledTimes(1);

  for (let times = 0; times < 50; times += 1) work.ask();
  expect(begin).toHaveBeenCalledTimes(1);
  work.done();
  expect(begin).toHaveBeenCalledTimes(2);
  work.done();
  expect(begin).toHaveBeenCalledTimes(2);
  work.ask();
  expect(begin).toHaveBeenCalledTimes(3);
});
