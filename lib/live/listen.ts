import "server-only";
import { log } from "#lib/log.ts";
import { coalesced } from "./coalesced.ts";
import { gathering } from "./gathering.ts";
import { noticeJournal } from "./notice-journal.ts";
import { openListening } from "./open-listening.ts";
import { type Change, Notice, type Standing, type Topic, topics } from "./topics.ts";

/** A page that hears: whose it is, what it looks at, and what it does when told. */
export type Listener = {
  userId: string;
  organizationId: string;
  onChange: (topic: Topic, id: string) => void;
  /** What the person may see has changed, or may have while no one could tell. */
  onStanding: () => void;
};

export type Listening = {
  /** What changed after the notice of this id, or may have; and the id that says that all until now is known. */
  missedSince: (id: string | null) => { topics: Topic[]; latest: string };
  stop: () => void;
};

/** Under load a change of one kind is told six times a second: seldom enough for a page to show one before the next. */
const quietMs = 160;

// Hot reload loads this module anew; the one session that listens must not be opened anew with it.
const shared = globalThis as typeof globalThis & { trunklineLive?: ReturnType<typeof open> };

/**
 * Tells the listener what changes in its organization, until stopped. All listeners of a process share one database
 * session. When it was lost and found again every listener is told everything, since no one knows what was said
 * meanwhile.
 */
export async function listen(listener: Listener): Promise<Listening> {
  const { organizationId, userId } = listener;
  shared.trunklineLive ??= open();
  const { byOrganization, byUser, journal, session } = shared.trunklineLive;
  const leave = [byOrganization.join(organizationId, listener), byUser.join(userId, listener)];

  await session.ready;
  return {
    missedSince: (id) => ({ topics: journal.missedSince(organizationId, id), latest: journal.latest() }),
    stop: () => {
      for (const leaveOne of leave) leaveOne();
    },
  };
}

/**
 * Tells the listener, for as long as the process lives, of each account whose secrets or standing changed; with null of
 * all of them, when some may have changed unheard.
 */
export function hearAccounts(listener: (account: string | null) => void): void {
  shared.trunklineLive ??= open();
  const { accountListeners, session } = shared.trunklineLive;
  accountListeners.add(listener);
  void session.ready.then(() => listener(null));
}

/** Closes the listening session; for processes that end by themselves. */
export async function stopListening(): Promise<void> {
  await shared.trunklineLive?.session.close();
  shared.trunklineLive = undefined;
}

function open() {
  const byOrganization = gathering<Listener>();
  const byUser = gathering<Listener>();
  const accountListeners = new Set<(account: string | null) => void>();
  const journal = noticeJournal();

  function tell(notice: Change | Standing): void {
    if ("userId" in notice) {
      for (const listener of byUser.at(notice.userId)) listener.onStanding();
      return;
    }
    const { organizationId, topic } = notice;
    // Noted though no one may listen now: who just lost the line asks for it.
    const id = journal.note(organizationId, topic);
    for (const listener of byOrganization.at(organizationId)) listener.onChange(topic, id);
  }

  function tellEveryone(): void {
    journal.forget();
    for (const listener of accountListeners) listener(null);
    for (const listener of byUser.everyone()) {
      for (const topic of topics) listener.onChange(topic, journal.latest());
      listener.onStanding();
    }
  }

  const tellSoon = coalesced(tell, quietMs);

  function hear(text: string): void {
    const { data: notice } = Notice.safeParse(parsed(text));
    if (!notice) log().warn("a notice that is not ours on the live channel");
    // What an account signs with is forgotten the moment it changes, however often it does.
    else if ("account" in notice) for (const listener of accountListeners) listener(notice.account);
    else tellSoon(notice);
  }

  const session = openListening({ onNotice: hear, onGap: tellEveryone });
  return { byOrganization, byUser, accountListeners, journal, session };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
