import type { KnownAccount, ProviderEvent, ReadingContext } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { eventKey } from "./event-key.ts";

/**
 * News about a whole WhatsApp account becomes one event for each of its numbers that is connected here, or for the one it
 * writes out in digits: to Meta it is the account's, and people look for it at their number. Without any it stays as it is.
 */
export async function newsPerNumber(
  events: ProviderEvent[],
  { accountsWith }: Pick<ReadingContext, "accountsWith">,
): Promise<ProviderEvent[]> {
  if (!events.some(isAccountNews)) return events;

  const known = new Map<string, Promise<KnownAccount[]>>();
  const numbersOf = (wabaId: string) => {
    const asked = known.get(wabaId) ?? accountsWith("whatsapp", { wabaId });
    known.set(wabaId, asked);
    return asked;
  };
  const routed = await Promise.all(
    events.map(async (event) => {
      if (!isAccountNews(event)) return [event];
      const numbers = await numbersOf(event.accountExternalId ?? "");
      const meant = numbers.filter((number) => isMeant(event, number));
      return meant.length > 0 ? meant.map(({ externalId }) => addressedTo(externalId, event)) : [event];
    }),
  );
  return routed.flat();
}

const isAccountNews = ({ provider, accountExternalId, payload }: ProviderEvent) =>
  provider === "whatsapp" &&
  accountExternalId !== null &&
  textIn(at(entryOf(payload), "id")) === accountExternalId;

function isMeant({ payload }: ProviderEvent, { details }: KnownAccount): boolean {
  const value = objectIn(at(objectIn(listIn(at(entryOf(payload), "changes"))[0]), "value"));
  const named = digitsIn(at(value, "display_phone_number"));
  return named === "" || named === digitsIn(at(objectIn(details), "phoneNumber"));
}

function addressedTo(accountExternalId: string, event: ProviderEvent): ProviderEvent {
  const externalId = eventKey({ accountExternalId, object: "whatsapp" }, event.eventType, [event.externalId]);
  return { ...event, accountExternalId, externalId };
}

const entryOf = (payload: ProviderEvent["payload"]): JsonObject =>
  objectIn(listIn(at(objectIn(payload), "entry"))[0]);

/** The same number is written with spaces here and without them there. */
const digitsIn = (value: unknown) => String(value ?? "").replaceAll(/\D/g, "");
