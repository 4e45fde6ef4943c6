import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import { businessTime } from "#lib/organizations/business-time.ts";
import { localDate } from "#lib/organizations/local-time.ts";
import { openSeconds } from "#lib/organizations/opening-hours.ts";
import { type ConversationChange, conversationChange } from "./conversation-change.ts";
import { addCounts, type CountChange } from "./day-counts.ts";
import { earlierTurns } from "./earlier-turns.ts";
import { dropWaits, keepContacts, keepWaits } from "./keep-conversations.ts";
import { isLate, knownContacts, turnsOf, withoutRepeats } from "./known-contacts.ts";
import { stateMoves } from "./message-states.ts";
import { reachedStates } from "./reached-states.ts";
import { type MessageEvent, type ToldMessage, toldMessage, turnsByContact } from "./told-messages.ts";

type Place = Pick<MessageEvent, "organizationId" | "connectionId" | "provider">;

/**
 * Counts the messages that events of one connection tell of: by day, and how long customers waited for their answers. Each
 * event once; that is for the caller to see to, who holds the connection. The result is the same whatever order they come
 * in, and takes a few statements, however many they are.
 */
export async function countMessages(tx: Transaction, events: readonly MessageEvent[]): Promise<void> {
  const [place] = events;
  if (!place) return;
  const messages = events.map(({ message, occurredAt, receivedAt }) =>
    toldMessage(message, occurredAt, receivedAt),
  );

  const [{ timeZone, hours }, conversations, reached] = await Promise.all([
    businessTime(tx, place.organizationId),
    conversationChanges(tx, place, messages),
    reachedStates(tx, place.provider, messages),
  ]);
  const on = (at: number, what: CountChange["what"], by: number) => ({
    date: localDate(at, timeZone),
    what,
    by,
  });

  await Promise.all([
    addCounts(tx, place, [
      ...messages.flatMap(({ kind, at }) => (kind === "received" ? [on(at, "received", 1)] : [])),
      ...stateMoves(messages, reached).map(({ kind, at, by }) => on(at, kind, by)),
      ...conversations.flatMap(({ starts }) => starts.map((at) => on(at, "started", 1))),
      ...conversations.flatMap(({ goneStarts }) => goneStarts.map((at) => on(at, "started", -1))),
    ]),
    keepContacts(tx, place, turnsByContact(messages)),
    dropWaits(
      tx,
      place,
      conversations.flatMap(({ contact, goneWaits }) => goneWaits.map((askedAt) => ({ contact, askedAt }))),
    ),
    keepWaits(
      tx,
      place,
      conversations.flatMap(({ contact, waits }) =>
        waits.map(({ askedAt, answeredAt }) => ({
          ...{ contact, askedAt, answeredAt },
          openSeconds:
            answeredAt === null
              ? null
              : openSeconds(new Date(askedAt), new Date(answeredAt), hours, timeZone),
        })),
      ),
    ),
  ]);
}

async function conversationChanges(
  tx: Transaction,
  place: Place,
  messages: readonly ToldMessage[],
): Promise<(ConversationChange & { contact: string })[]> {
  const told = turnsByContact(messages);
  const knownOf = await knownContacts(tx, place.connectionId, [...told.keys()]);
  const news = [...told].map(([contact, turns]) => {
    const known = knownOf(contact);
    const turnsToTell = withoutRepeats(known, turns);
    return { contact, known, turns: turnsToTell, isLate: isLate(known, turnsToTell) };
  });

  const late = news.filter((each) => each.isLate);
  const since = Math.min(...late.flatMap(({ turns }) => turns.map(({ at }) => at)));
  const earlier = await earlierTurns(
    tx,
    place,
    late.map(({ contact }) => contact),
    since,
  );

  return news.map(({ contact, known, turns }) => ({
    contact,
    ...conversationChange([...turnsOf(known), ...(earlier.get(contact) ?? [])], turns),
  }));
}
