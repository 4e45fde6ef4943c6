"use client";

import type { Topic } from "#lib/live/topics.ts";
import { lastingSource } from "./lasting-source.ts";

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
  let lastHeard = "";
  let changed = new Set<Topic>();

  const close = lastingSource({
    address: () => {
      const query = new URLSearchParams({ organization: slug, ...(lastHeard && { after: lastHeard }) });
      return `/api/stream?${query}`;
    },
    heard: {
      ...Object.fromEntries(topics.map((topic) => [topic, (event: MessageEvent) => hear(event, topic)])),
      listening: (event) => {
        lastHeard = event.lastEventId;
      },
    },
  });

  function hear(event: MessageEvent, topic: Topic): void {
    lastHeard = event.lastEventId || lastHeard;
    // What comes in one piece is told as one.
    if (changed.size === 0) setTimeout(tell);
    changed.add(topic);
  }

  function tell(): void {
    const now = changed;
    changed = new Set();
    for (const listener of [...listeners]) listener(now);
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
    close();
    streams.delete(slug);
  }

  return { join };
}
