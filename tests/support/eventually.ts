import { vi } from "vitest";

/** Tries again until it holds. What others do takes its time, on a busy machine more of it: little enough to fail in words before the test's own timeout. */
export const eventually = <Result>(holds: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(holds, { timeout: 20_000, interval: 20 });
