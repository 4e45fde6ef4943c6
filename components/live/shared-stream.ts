"use client";

import type { Topic } from "#lib/live/topics.ts";

type Listener = (changed: ReadonlySet<Topic>) => void;
type Stream = { join: (listener: Listener) => () => void };

const kinds: Record<Topic, true> = {
  events: true,
  connections: true,
  replays: true,
  syncs: true,
  meetings: true,
  reports: true,
};
const topics = Object.keys(kinds) as Topic[];
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/** Browsers allow few connections to one server, so the parts of a page share one. */
const streams = new Map<string, Stream>();

/**
 * Hears what changes in the organization until the returned function is called. Whoever joins is told of everything
 * once, since what they show may be older than the line; on a line that was lost, only what was missed is told again.
 */
export function subscribe(slug: string, listener: Listener): () => void {
  const stream = streams.get(slug) ?? open(slug);
  streams.set(slug, stream);
  return stream.join(listener);
}

function open(slug: string): Stream {
  const listeners = new Set<Listener>();
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = firstPauseMs;
  let lastHeard = "";
  let heard = new Set<Topic>();

  function connect(): void {
    const query = new URLSearchParams({ organization: slug, ...(lastHeard && { after: lastHeard }) });
    source = new EventSource(`/api/stream?${query}`);
    for (const topic of topics) source.addEventListener(topic, (event) => hear(event, topic));
    source.addEventListener("listening", (event) => {
      pauseMs = firstPauseMs;
      lastHeard = event.lastEventId;
    });
    source.addEventListener("error", () => {
      // A lost line the browser takes up again; an answer that is no stream, as while we restart, it does not.
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  }

  function hear(event: MessageEvent, topic: Topic): void {
    lastHeard = event.lastEventId || lastHeard;
    // What comes in one piece is told as one.
    if (heard.size === 0) setTimeout(tell);
    heard.add(topic);
  }

  function tell(): void {
    const changed = heard;
    heard = new Set();
    for (const listener of [...listeners]) listener(changed);
  }

  function join(listener: Listener): () => void {
    listeners.add(listener);
    // On a line that is just being opened, the server does it.
    if (lastHeard) listener(new Set(topics));
    return () => leave(listener);
  }

  function leave(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    source.close();
    streams.delete(slug);
  }

  connect();
  return { join };
}
