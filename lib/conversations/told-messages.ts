import type { MessageNews, ProviderId } from "#lib/providers/contract.ts";
import type { Turn } from "./turns.ts";

/** An event that tells of a message, when it is worked off. */
export type MessageEvent = {
  organizationId: string;
  connectionId: string;
  provider: ProviderId;
  occurredAt: Date | null;
  receivedAt: Date;
  message: MessageNews;
};

export type ToldMessage = MessageNews & { at: number };

const longestContact = 200;
const oldestMs = 60 * 24 * 60 * 60_000;

/** When it happened. A clock of the platform's that is off by months, or ahead of ours, is not believed. */
export function toldMoment(occurredAt: Date | null, receivedAt: Date): number {
  const received = receivedAt.getTime();
  const occurred = occurredAt?.getTime() ?? received;
  return occurred > received || occurred < received - oldestMs ? received : occurred;
}

/** The message with its moment, and of a customer who is named by what can be an id. */
export function toldMessage(message: MessageNews, occurredAt: Date | null, receivedAt: Date): ToldMessage {
  const contact = message.contact && message.contact.length <= longestContact ? message.contact : null;
  return { ...message, contact, at: toldMoment(occurredAt, receivedAt) };
}

/** What was said with each customer who is known by something. A status other than `sent` is nothing anyone said. */
export function turnsByContact(messages: readonly ToldMessage[]): Map<string, Turn[]> {
  const turns = new Map<string, Turn[]>();
  for (const { kind, contact, at } of messages) {
    if (contact === null || (kind !== "received" && kind !== "sent")) continue;
    const known = turns.get(contact);
    if (known) known.push({ kind, at });
    else turns.set(contact, [{ kind, at }]);
  }
  return turns;
}
