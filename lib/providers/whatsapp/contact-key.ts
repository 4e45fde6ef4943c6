import { at, type JsonObject, textIn } from "../json-values.ts";

/**
 * What a person is known by on a business's numbers: the id of the business's own (“BSUID”), which comes even when they hide
 * their phone number, else the number. A status names them as its recipient. Undefined when neither is told.
 */
export function contactKey(item: JsonObject): string | undefined {
  return (
    textIn(at(item, "from_user_id")) ??
    textIn(at(item, "recipient_user_id")) ??
    textIn(at(item, "from")) ??
    textIn(at(item, "recipient_id"))
  );
}
