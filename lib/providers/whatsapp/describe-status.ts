import type { Json } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { quoted } from "../meta/wording.ts";
import { contactName } from "./contact-name.ts";
import { faultIn } from "./fault-in.ts";

/** What became of a message of the business's, in one sentence. */
export function describeStatus(value: JsonObject, status: JsonObject): string {
  const who = contactName(value, status);
  switch (textIn(at(status, "status"))) {
    case "sent":
      return `A message to ${who} was sent.`;
    case "delivered":
      return `A message reached ${who}.`;
    case "read":
      return `A message was read by ${who}.`;
    case "played":
      return `A voice message was played by ${who}.`;
    case "failed":
      return `A message to ${who} was not delivered. ${describeErrors(at(status, "errors"))}`.trim();
    default:
      return `A message to ${who} has a new state.`;
  }
}

/** Why, from the first error's code: the codes last, the texts change. A code that is new is told in WhatsApp's own words. */
export function describeErrors(errors: Json | undefined): string {
  const error = objectIn(listIn(errors)[0]);
  const code = Number(textIn(at(error, "code")) ?? Number.NaN);
  if (!Number.isInteger(code)) return "";

  const fault = faultIn(errors);
  if (fault) return fault.sentence;
  const details = textIn(at(objectIn(at(error, "error_data")), "details"));
  const words = details ?? textIn(at(error, "title")) ?? textIn(at(error, "message"));
  return words ? `WhatsApp says: ${quoted(words)}` : `WhatsApp gives the code ${code}.`;
}
