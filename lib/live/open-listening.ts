import "server-only";
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { liveChannel } from "./topics.ts";

type Options = {
  onNotice: (text: string) => void;
  /** The session is back after a time in which notices went unheard. */
  onGap: () => void;
  probeEveryMs?: number;
};

/**
 * A session that hears the live channel, for as long as the process lives. A lost connection does not always say
 * that it is lost, so the session regularly says something to itself; what it does not hear, it mends.
 */
export function openListening({ onNotice, onGap, probeEveryMs = 10_000 }: Options) {
  const probe = `probe ${randomUUID()}`;
  let session = connect();
  let unanswered = false;
  let listenedBefore = false;

  const hear = (text: string) => {
    if (text === probe) unanswered = false;
    else if (!text.startsWith("probe ")) onNotice(text);
  };
  const began = () => {
    if (listenedBefore) onGap();
    listenedBefore = true;
    unanswered = false;
  };
  const listenOn = (current: postgres.Sql) => current.listen(liveChannel, hear, began);

  async function check(): Promise<void> {
    if (unanswered) return mend();
    unanswered = true;
    // If it cannot even be sent, it will not be heard either.
    await session`select pg_notify(${liveChannel}, ${probe})`.catch(() => {});
  }

  async function mend(): Promise<void> {
    log().warn("live session lost, opening another");
    void session.end({ timeout: 1 });
    session = connect();
    try {
      await listenOn(session);
    } catch (error) {
      log().warn({ err: error }, "live session not back yet");
    }
  }

  let checking = Promise.resolve();
  const timer = setInterval(() => {
    checking = checking.then(check);
  }, probeEveryMs).unref();

  // If the database is away just now, mending brings the session.
  const ready = listenOn(session).then(
    () => {},
    () => {
      listenedBefore = true;
      unanswered = true;
    },
  );

  async function close(): Promise<void> {
    clearInterval(timer);
    await checking;
    await session.end({ timeout: 1 });
  }
  return { ready, close };
}

function connect(): postgres.Sql {
  // Not the pool: a transaction pooler forgets who listens.
  return postgres(env.DIRECT_DATABASE_URL, {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: "trunkline live" },
  });
}
