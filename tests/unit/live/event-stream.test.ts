import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventStream } from "#lib/live/event-stream.ts";
import { type Listener, listen } from "#lib/live/listen.ts";
import { topics } from "#lib/live/topics.ts";

const stop = vi.fn();
const missedSince = vi.fn();
vi.mock("#lib/live/listen.ts", () => ({ listen: vi.fn() }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  missedSince.mockReturnValue({ topics: [], latest: "era:7" });
  vi.mocked(listen).mockImplementation(async () => ({ missedSince, stop }));
});
afterEach(() => vi.useRealTimers());

const options = {
  userId: crypto.randomUUID(),
  organizationId: crypto.randomUUID(),
  data: async () => "changed",
  lastHeard: null,
  mayStillListen: async () => true,
  signal: new AbortController().signal,
};
const drain = async (stream: ReadableStream<Uint8Array>) => {
  for await (const _ of stream);
};

function listener(): Listener {
  const [given] = vi.mocked(listen).mock.lastCall ?? [];
  if (!given) throw new Error("no one listens");
  return given;
}

/** A client that reads when the test says so. */
function client(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  return { read, closed: reader.closed };
}

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
  expect(() => listener().onChange("events", "era:8")).not.toThrow();
  expect(listen).toHaveBeenCalledTimes(1);
  expect(stop).toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test("a stream that could not listen ends with its error and leaves nothing behind", async () => {
  vi.mocked(listen).mockRejectedValueOnce(new Error("no database"));
  await expect(drain(eventStream(options))).rejects.toThrow("no database");
  expect(vi.getTimerCount()).toBe(0);
});

test("who comes back is told what they missed, and only after all of it the id that says so", async () => {
  missedSince.mockReturnValue({ topics: ["events", "connections"], latest: "era:7" });
  const { read } = client(eventStream({ ...options, lastHeard: "era:3" }));

  expect(await read()).toMatch(/^retry: [12]\d{3}\n\n$/);
  expect(missedSince).toHaveBeenCalledWith("era:3");
  expect(await read()).toBe(
    "event: events\ndata: changed\n\nevent: connections\ndata: changed\n\n" +
      "id: era:7\nevent: listening\ndata: now\n\n",
  );
  listener().onChange("events", "era:8");
  expect(await read()).toBe("id: era:8\nevent: events\ndata: changed\n\n");
});

test("what a client does not read yet is kept as one notice for each topic, in the order of their ids", async () => {
  const { read } = client(eventStream(options));
  await vi.advanceTimersByTimeAsync(0);
  for (let id = 10; id < 10_000; id += 1) {
    listener().onChange(topics[id % topics.length] ?? "events", `era:${id}`);
  }

  await read();
  expect(await read()).toContain("event: listening");
  expect(await read()).toBe(
    topics
      .map((topic, at) => ({ topic, id: 9_999 - ((9_999 - at) % topics.length) }))
      .toSorted((left, right) => left.id - right.id)
      .map(({ topic, id }) => `id: era:${id}\nevent: ${topic}\ndata: changed\n\n`)
      .join(""),
  );
});

test("a client that reads nothing for three heartbeats is let go of", async () => {
  const stream = eventStream({ ...options, heartbeatMs: 1_000 });
  await vi.advanceTimersByTimeAsync(2_999);
  expect(stop).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(stop).toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
  await stream.cancel();
});

test("a client that reads stays, however long it is quiet", async () => {
  const { read, closed } = client(eventStream({ ...options, heartbeatMs: 1_000, recheckMs: 1_000 }));
  await read();
  await read();
  for (let beat = 0; beat < 20; beat += 1) {
    const heard = read();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await heard).toBe(": still here\n\n");
  }
  expect(stop).not.toHaveBeenCalled();
  void closed;
});

test("when the person's standing changes it is asked at once whether they may still listen", async () => {
  let may = true;
  const drained = drain(eventStream({ ...options, mayStillListen: async () => may }));
  await vi.advanceTimersByTimeAsync(0);
  listener().onStanding();
  await vi.advanceTimersByTimeAsync(0);
  expect(stop).not.toHaveBeenCalled();

  may = false;
  listener().onStanding();
  await drained;
  expect(stop).toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test("who lost their place between being let in and being listened for is heard to have", async () => {
  await drain(eventStream({ ...options, mayStillListen: async () => false }));
  expect(stop).toHaveBeenCalled();
});

test("a database that is away ends no one's stream", async () => {
  const mayStillListen = vi.fn(async () => {
    throw new Error("no database");
  });
  const { read } = client(eventStream({ ...options, mayStillListen, recheckMs: 1_000 }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(mayStillListen).toHaveBeenCalledTimes(2);
  expect(stop).not.toHaveBeenCalled();
  await read();
});

test("what comes while the data is being read is told once more when it is, with what there is then", async () => {
  const reads: ((text: string) => void)[] = [];
  const data = () => new Promise<string>((resolve) => reads.push(resolve));
  const { read } = client(eventStream({ ...options, data }));
  await read();
  await read();

  const told = read();
  listener().onChange("events", "era:8");
  for (let id = 9; id < 100; id += 1) listener().onChange("events", `era:${id}`);
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toHaveLength(1);
  reads[0]?.("first");
  expect(await told).toBe("id: era:8\nevent: events\ndata: first\n\n");

  const again = read();
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toHaveLength(2);
  reads[1]?.("second");
  expect(await again).toBe("id: era:99\nevent: events\ndata: second\n\n");
});

test("a stream whose data cannot be read ends, so that the page comes back and asks anew", async () => {
  const data = vi.fn(async () => "changed");
  const drained = drain(eventStream({ ...options, data }));
  await vi.advanceTimersByTimeAsync(0);
  data.mockRejectedValueOnce(new Error("no database"));
  listener().onChange("events", "era:8");
  await drained;
  expect(stop).toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
