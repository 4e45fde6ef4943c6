import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventStream } from "#lib/live/event-stream.ts";
import { listen } from "#lib/live/listen.ts";

const unlisten = vi.fn();
vi.mock("#lib/live/listen.ts", () => ({ listen: vi.fn(async () => unlisten) }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});
afterEach(() => vi.useRealTimers());

const options = { organizationId: crypto.randomUUID(), mayStillListen: async () => true };
const drain = async (stream: ReadableStream<Uint8Array>) => {
  for await (const _ of stream);
};

test("someone who left before the stream began leaves nothing behind", async () => {
  await drain(eventStream({ ...options, signal: AbortSignal.abort() }));
  expect(listen).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test("someone who leaves later is listened for no longer", async () => {
  const leaving = new AbortController();
  const drained = drain(eventStream({ ...options, signal: leaving.signal }));
  await vi.advanceTimersByTimeAsync(0);
  leaving.abort();
  await drained;
  const [, hear] = vi.mocked(listen).mock.lastCall ?? [];
  expect(() => hear?.("events")).not.toThrow();
  expect(listen).toHaveBeenCalledTimes(1);
  expect(unlisten).toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test("a stream that could not listen ends with its error and leaves nothing behind", async () => {
  vi.mocked(listen).mockRejectedValueOnce(new Error("no database"));
  const signal = new AbortController().signal;
  await expect(drain(eventStream({ ...options, signal }))).rejects.toThrow("no database");
  expect(vi.getTimerCount()).toBe(0);
});
