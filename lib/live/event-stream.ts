import "server-only";
import { listen } from "./listen.ts";
import type { Topic } from "./topics.ts";

type Options = {
  organizationId: string;
  /** Asked now and then: a person who was removed hears no more. */
  mayStillListen: () => Promise<boolean>;
  signal: AbortSignal;
  heartbeatMs?: number;
  recheckMs?: number;
};

const retryMs = 2_000;

/** An organization's notices as server-sent events, one `event:` per topic, until the client leaves or must leave. */
export function eventStream(options: Options): ReadableStream<Uint8Array> {
  const { organizationId, mayStillListen, signal, heartbeatMs = 20_000, recheckMs = 30_000 } = options;
  const encoder = new TextEncoder();
  let release = () => {};

  return new ReadableStream({
    async start(controller) {
      // Someone who left before this began will never be heard to leave.
      if (signal.aborted) return controller.close();

      let released = false;
      const write = (text: string) => {
        // What is said between their leaving and our not listening any more is said to no one.
        if (!released) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => write(": still here\n\n"), heartbeatMs);
      const recheck = setInterval(async () => {
        // A database that is away says nothing about who may listen.
        if (!(await mayStillListen().catch(() => true))) end();
      }, recheckMs);
      let unlisten = () => {};

      release = () => {
        released = true;
        clearInterval(heartbeat);
        clearInterval(recheck);
        signal.removeEventListener("abort", end);
        unlisten();
      };
      const end = () => {
        if (released) return;
        release();
        controller.close();
      };
      signal.addEventListener("abort", end, { once: true });

      write(`retry: ${retryMs}\n\n`);
      const said = (topic: Topic) => write(`event: ${topic}\ndata: changed\n\n`);
      try {
        unlisten = await listen(organizationId, said);
      } catch (error) {
        release();
        throw error;
      }
      // The client may have left while we waited for the database.
      if (released) unlisten();
      write("event: listening\ndata: now\n\n");
    },
    cancel() {
      release();
    },
  });
}
