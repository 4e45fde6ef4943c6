import type { Interpretation, Json } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { eventKey } from "./event-key.ts";

/**
 * The message that an item refers to, by the key of its own event: the one that was edited or deleted, and on Messenger, whose
 * Pages always tell of what they write, the one that was delivered. Not so a reaction, which is mostly to what the
 * business wrote, and may be years old.
 */
export function awaitedMessage(
  owner: string | undefined,
  kind: string,
  item: JsonObject,
): Pick<Interpretation, "awaits"> {
  const message = owner === undefined ? undefined : messageOf(kind, item);
  if (message === undefined || owner === undefined) return {};

  const place = { accountExternalId: owner, object: "" };
  return { awaits: { externalId: eventKey(place, message.kind, [message.mid]) } };
}

function messageOf(kind: string, item: JsonObject): { kind: string; mid: string } | undefined {
  const inner = (name: string) => objectIn(at(item, name));
  switch (kind) {
    case "message_edits":
    case "message_edit":
      return named("messages", at(inner("message_edit"), "mid"));
    case "message_deliveries":
      return named("message_echoes", listIn(at(inner("delivery"), "mids")).at(-1));
    case "messages":
    case "message_echoes": {
      const { mid, is_deleted } = inner("message");
      return is_deleted === true ? named(kind, mid) : undefined;
    }
    default:
      return undefined;
  }
}

function named(kind: string, mid: Json | undefined) {
  const id = textIn(mid);
  return id === undefined ? undefined : { kind, mid: id };
}
