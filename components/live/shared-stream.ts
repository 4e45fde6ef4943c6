"use client";

import type { Topic } from "#lib/live/topics.ts";
import { lastingSource } from "./lasting-source.ts";

type Listener = (changed: ReadonlySet<Topic>) => void;

/** A line of one part's own, which tells of everything and sends with the change of one kind what is there now. */
type Line = {
  address: string;
  topic: Topic;
  sent: (data: string) => void;
  /** The answer was no stream; it is asked for again. */
  onRefused: () => void;
};

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
const streams = new Map<string, ReturnType<typeof sharedStream>>();

/**
 * Hears what changes in the organization until the returned function is called. Whoever joins is told of everything
 * once, since what they show may be older than the line; on a line that was lost, only what was missed is told again.
 */
export const subscribe = (slug: string, listener: Listener) => streamOf(slug).join(listener);

/** Has all parts of the page hear through this line instead of one beside it, until the returned function is called. */
export const hearThrough = (slug: string, line: Line) => streamOf(slug).through(line);

function streamOf(slug: string) {
  const stream = streams.get(slug) ?? sharedStream(slug);
  streams.set(slug, stream);
  return stream;
}

function sharedStream(slug: string) {
  const listeners = new Set<Listener>();
  let own: Line | undefined;
  let opened: Line | "shared" | undefined;
  let close = () => {};
  let isSettling = false;
  let lastHeard = "";
  let changed = new Set<Topic>();

  /** When what begins and ends in one turn has done so: no line is opened only to be closed. */
  function settleSoon(): void {
    if (!isSettling) setTimeout(settle);
    isSettling = true;
  }

  function settle(): void {
    isSettling = false;
    const wanted = own ?? (listeners.size > 0 ? "shared" : undefined);
    if (wanted === opened) return;
    close();
    opened = wanted;
    if (wanted) close = wanted === "shared" ? openShared() : openLine(wanted);
    else streams.delete(slug);
  }

  function openShared(): () => void {
    const query = () => new URLSearchParams({ organization: slug, ...(lastHeard && { after: lastHeard }) });
    return lastingSource({ address: () => `/api/stream?${query()}`, heard: heard() });
  }

  function openLine({ address, topic, sent, onRefused }: Line): () => void {
    const hearing = heard(({ data }) => sent(data), topic);
    return lastingSource({ address: () => address, heard: hearing, onRefused });
  }

  function heard(first?: (event: MessageEvent) => void, of?: Topic) {
    const hear = (topic: Topic) => (event: MessageEvent) => {
      if (topic === of) first?.(event);
      note(event, topic);
    };
    return {
      ...Object.fromEntries(topics.map((topic) => [topic, hear(topic)])),
      listening: (event: MessageEvent) => {
        lastHeard = event.lastEventId;
      },
    };
  }

  function note(event: MessageEvent, topic: Topic): void {
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
    settleSoon();
    return () => {
      listeners.delete(listener);
      settleSoon();
    };
  }

  function through(line: Line): () => void {
    own = line;
    settleSoon();
    return () => {
      if (own === line) own = undefined;
      settleSoon();
    };
  }

  return { join, through };
}
