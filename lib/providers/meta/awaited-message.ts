import type { Interpretation } from "../contract.ts";
import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import { eventKey } from "./event-key.ts";

/**
 * The message that an edit or a deletion of it refers to, by the key of its own event. Not so a reaction: most are to what
 * the business wrote, which is not always told of.
 */
export function awaitedMessage(
  owner: string | undefined,
  kind: string,
  item: JsonObject,
): Pick<Interpretation, "awaits"> {
  const mid = owner === undefined ? undefined : referredMid(kind, item);
  if (mid === undefined || owner === undefined) return {};

  const listed = kind === "message_echoes" ? kind : "messages";
  return { awaits: { externalId: eventKey({ accountExternalId: owner, object: "" }, listed, [mid]) } };
}

function referredMid(kind: string, item: JsonObject): string | undefined {
  if (kind === "message_edits" || kind === "message_edit") {
    return textIn(at(objectIn(at(item, "message_edit")), "mid"));
  }
  const message = objectIn(at(item, "message"));
  return at(message, "is_deleted") === true ? textIn(at(message, "mid")) : undefined;
}
