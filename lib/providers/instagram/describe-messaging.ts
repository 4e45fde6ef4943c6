import { at, type JsonObject, objectIn } from "../json-values.ts";
import { describeConversation } from "../meta/describe-conversation.ts";
import { messageContent } from "../meta/message-content.ts";

/** One item of a conversation in one sentence; undefined for a kind that is not known. */
export function describeMessaging(kind: string, item: JsonObject): string | undefined {
  if (kind === "messaging_optins") return "A customer agreed to be written to.";
  const special = kind === "messages" ? specialMessage(objectIn(at(item, "message"))) : undefined;
  return special ?? describeConversation(kind, item);
}

/** What only Instagram has: messages taken back, kept from apps, or written under a story. */
function specialMessage(message: JsonObject): string | undefined {
  if (at(message, "is_deleted") === true) return "A customer took back a message.";
  if (at(message, "is_unsupported") === true) {
    return "A customer sent something that Instagram does not pass on to apps.";
  }
  const isToStory = at(objectIn(at(message, "reply_to")), "story") !== undefined;
  return isToStory ? `Answer to a story from a customer: ${messageContent(message)}` : undefined;
}
