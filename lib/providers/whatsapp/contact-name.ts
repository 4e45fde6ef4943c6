import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";

const nameless = "someone without a shown name";

/**
 * What to call whom a message is from or a status is about. People may hide their phone number: then only an id of the
 * business's own (“BSUID”) comes, which is no name. Best first: the profile's name, the username, the number.
 */
export function contactName(value: JsonObject, item: JsonObject): string {
  const phone = textIn(at(item, "from")) ?? textIn(at(item, "recipient_id"));
  const userId = textIn(at(item, "from_user_id")) ?? textIn(at(item, "recipient_user_id"));
  const contact = contactOf(value, phone, userId);
  const profile = objectIn(at(contact, "profile"));
  const username = textIn(at(profile, "username"));

  return (
    textIn(at(profile, "name")) ??
    (username ? `@${username}` : undefined) ??
    spelled(phone ?? textIn(at(contact, "wa_id"))) ??
    nameless
  );
}

/** A delivery names its contacts in one list, for all of its messages. */
function contactOf(value: JsonObject, phone: string | undefined, userId: string | undefined): JsonObject {
  const contacts = listIn(at(value, "contacts")).map(objectIn);
  const match = contacts.find(
    (contact) =>
      (userId !== undefined && textIn(at(contact, "user_id")) === userId) ||
      (phone !== undefined && textIn(at(contact, "wa_id")) === phone),
  );
  return match ?? (contacts.length === 1 ? contacts[0] : undefined) ?? {};
}

function spelled(phone: string | undefined): string | undefined {
  return phone && /^\d+$/.test(phone) ? `+${phone}` : phone;
}
