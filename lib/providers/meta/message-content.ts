import { at, type JsonObject, listIn, textIn } from "../json-values.ts";
import { describeAttachments, quoted } from "./wording.ts";

/** What a message says, in quotation marks, and what came with it. */
export function messageContent(message: JsonObject): string {
  const text = textIn(at(message, "text"));
  const attachments = describeAttachments(listIn(at(message, "attachments")));
  if (text && attachments) return `${quoted(text)} with ${attachments}`;
  return text ? quoted(text) : (attachments ?? "no text");
}
