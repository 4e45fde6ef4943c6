import "server-only";
import { log } from "#lib/log.ts";
import { openListening } from "./open-listening.ts";
import { Notice, type Topic, topics } from "./topics.ts";

type Listener = (topic: Topic) => void;

/** Every open page of this process, by organization. */
type Listeners = Map<string, Set<Listener>>;

// Hot reload loads this module anew; the one session that listens must not be opened anew with it.
const shared = globalThis as typeof globalThis & { trunklineLive?: ReturnType<typeof open> };

/**
 * Calls `listener` whenever something of the organization's changes, until the returned function is called. All
 * listeners of a process share one database session. When it was lost and found again every listener is called for
 * every topic, since no one knows what was said meanwhile.
 */
export async function listen(organizationId: string, listener: Listener): Promise<() => void> {
  shared.trunklineLive ??= open();
  const { listeners, listening } = shared.trunklineLive;
  const ours = listeners.get(organizationId) ?? new Set();
  listeners.set(organizationId, ours.add(listener));

  await listening.ready;
  return () => {
    ours.delete(listener);
    if (ours.size === 0 && listeners.get(organizationId) === ours) listeners.delete(organizationId);
  };
}

/** Closes the listening session; for processes that end by themselves. */
export async function stopListening(): Promise<void> {
  await shared.trunklineLive?.listening.close();
  shared.trunklineLive = undefined;
}

function open() {
  const listeners: Listeners = new Map();
  const listening = openListening({
    onNotice: (text) => tell(listeners, text),
    onGap: () => tellEveryone(listeners),
  });
  return { listeners, listening };
}

function tell(listeners: Listeners, text: string): void {
  const notice = Notice.safeParse(parsed(text));
  if (!notice.success) {
    log().warn("a notice that is not ours on the live channel");
    return;
  }
  for (const listener of listeners.get(notice.data.organizationId) ?? []) listener(notice.data.topic);
}

function tellEveryone(listeners: Listeners): void {
  for (const listener of [...listeners.values()].flatMap((some) => [...some])) {
    for (const topic of topics) listener(topic);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
