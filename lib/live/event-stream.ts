import "server-only";
import { log } from "#lib/log.ts";
import { type Listening, listen } from "./listen.ts";
import type { Topic } from "./topics.ts";

type Options = {
  userId: string;
  organizationId: string;
  /** What is said of a topic that changed, in one line of text. */
  data: (topic: Topic) => Promise<string>;
  /** The last notice this page heard, on whatever line; null on its first. */
  lastHeard: string | null;
  /** Asked when the person's standing changes, and now and then: who was removed or signed out hears no more. */
  mayStillListen: () => Promise<boolean>;
  signal: AbortSignal;
  heartbeatMs?: number;
  recheckMs?: number;
};

/** Not all in the same moment, when a restart has cut off everyone at once. */
const retryMs = () => 1_000 + Math.floor(Math.random() * 2_000);
const beatsUnread = 3;

/**
 * An organization's notices as server-sent events, one `event:` per topic, until the client leaves or must leave.
 * Someone back on the line is first told what they missed. What a client does not read, or what comes while the data
 * of the one before is being read, is kept as one notice per topic; a client that reads nothing for some heartbeats is
 * taken for gone.
 */
export function eventStream(options: Options): ReadableStream<Uint8Array> {
  const { userId, organizationId, data, lastHeard, mayStillListen, signal } = options;
  const { heartbeatMs = 20_000, recheckMs = 30_000 } = options;
  const encoder = new TextEncoder();
  /** What was not said yet, by topic, the latest last: ids only ever grow on a line. */
  const untold = new Map<Topic, string>();
  let flush = () => {};
  let release = () => {};

  return new ReadableStream({
    async start(controller) {
      // Someone who left before this began will never be heard to leave.
      if (signal.aborted) return controller.close();

      let released = false;
      let telling = true;
      let unread = 0;
      let listening: Listening | undefined;
      // What is said between their leaving and our not listening any more is said to no one.
      const hasRoom = () => !released && (controller.desiredSize ?? 0) > 0;
      const write = (text: string) => {
        if (!released) controller.enqueue(encoder.encode(text));
      };
      const changed = async (topic: Topic) => `event: ${topic}\ndata: ${await data(topic)}\n\n`;

      async function tell(notices: [Topic, string][]): Promise<void> {
        const said = notices.map(async ([topic, id]) => `id: ${id}\n${await changed(topic)}`);
        write((await Promise.all(said)).join(""));
      }
      flush = () => {
        if (telling || untold.size === 0 || !hasRoom()) return;
        const notices = [...untold];
        untold.clear();
        telling = true;
        tell(notices).then(
          () => {
            telling = false;
            flush();
          },
          (error: unknown) => {
            // They come back soon, and are told from where they are.
            log().warn({ err: error }, "live data not read");
            end();
          },
        );
      };
      const onChange = (topic: Topic, id: string) => {
        untold.delete(topic);
        untold.set(topic, id);
        flush();
      };

      const beat = () => {
        if (hasRoom()) {
          unread = 0;
          write(": still here\n\n");
        } else if (++unread === beatsUnread) end();
      };
      const recheck = async () => {
        // A database that is away says nothing about who may listen.
        if (!(await mayStillListen().catch(() => true))) end();
      };
      const timers = [setInterval(beat, heartbeatMs), setInterval(recheck, recheckMs)];

      release = () => {
        released = true;
        for (const timer of timers) clearInterval(timer);
        signal.removeEventListener("abort", end);
        listening?.stop();
      };
      const end = () => {
        if (released) return;
        release();
        controller.close();
      };
      signal.addEventListener("abort", end, { once: true });

      write(`retry: ${retryMs()}\n\n`);
      try {
        listening = await listen({ userId, organizationId, onChange, onStanding: () => void recheck() });
        // The client may have left while we waited for the database.
        if (released) return listening.stop();

        const missed = listening.missedSince(lastHeard);
        const told = await Promise.all(missed.topics.map(changed));
        // The id last: who is cut off before it has not heard all of this.
        write(`${told.join("")}id: ${missed.latest}\nevent: listening\ndata: now\n\n`);
      } catch (error) {
        release();
        throw error;
      }
      telling = false;
      // Their standing may have changed before we listened for that.
      void recheck();
      flush();
    },
    pull: () => flush(),
    cancel: () => release(),
  });
}
