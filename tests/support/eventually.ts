import { vi } from "vitest";

/**
 * Tries again until it holds: what others do takes its time, and on a busy machine more of it. It fails in its own words
 * before the test's timeout would.
 */
export const eventually = <Result>(holds: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(holds, { timeout: 20_000, interval: 20 });

/** For what may take longer, such as processes that start: the test's own timeout is the only clock. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
