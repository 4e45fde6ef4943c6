"use client";

import type { Topic } from "#lib/live/topics.ts";

/** `missed` is said when the line is up: what changed before was not heard. */
type Listener = (topic: Topic | "missed") => void;
type Stream = { listeners: Set<Listener>; close: () => void };

const topics: Record<Topic, true> = { events: true, connections: true, replays: true };
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/** Browsers allow few connections to one server, so the parts of a page share one. */
const streams = new Map<string, Stream>();

/** Hears what changes in the organization until the returned function is called; a lost line is taken up again. */
export function subscribe(slug: string, listener: Listener): () => void {
  const stream = streams.get(slug) ?? open(slug);
  streams.set(slug, stream);
  stream.listeners.add(listener);

  return () => {
    stream.listeners.delete(listener);
    if (stream.listeners.size > 0) return;
    stream.close();
    if (streams.get(slug) === stream) streams.delete(slug);
  };
}

function open(slug: string): Stream {
  const listeners = new Set<Listener>();
  const tell = (topic: Topic | "missed") => {
    for (const listener of [...listeners]) listener(topic);
  };
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = firstPauseMs;

  function connect(): void {
    source = new EventSource(`/api/stream?organization=${encodeURIComponent(slug)}`);
    for (const topic of Object.keys(topics) as Topic[]) source.addEventListener(topic, () => tell(topic));
    source.addEventListener("listening", () => {
      pauseMs = firstPauseMs;
      tell("missed");
    });
    source.addEventListener("error", () => {
      // A lost line the browser takes up again; an answer that is no stream, as while we restart, it does not.
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  }
  connect();

  const close = () => {
    clearTimeout(timer);
    source.close();
  };
  return { listeners, close };
}
