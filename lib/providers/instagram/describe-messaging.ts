import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { describeAttachments, quoted } from "../meta/wording.ts";

/** One item of a conversation in one sentence; undefined for a kind that is not known. */
export function describeMessaging(kind: string, item: JsonObject): string | undefined {
  const inner = (name: string) => objectIn(at(item, name));
  switch (kind) {
    case "messages":
      return describeMessage(inner("message"));
    case "message_echoes":
      return `Sent to a customer: ${messageContent(inner("message"))}`;
    case "messaging_postbacks":
      return `A customer tapped ${quoted(textIn(at(inner("postback"), "title")) ?? "a button")}`;
    case "messaging_seen":
      return "A customer read the conversation.";
    case "message_reactions":
      return describeReaction(inner("reaction"));
    case "message_edit":
      return `A customer changed a message to ${quoted(textIn(at(inner("message_edit"), "text")) ?? "")}`;
    case "messaging_referral":
      return `A customer came through a link (${textIn(at(inner("referral"), "ref")) ?? "no name"}).`;
    case "messaging_optins":
      return "A customer agreed to be written to.";
    case "messaging_handover":
      return "A conversation with a customer was handed to another app.";
    default:
      return undefined;
  }
}

function describeMessage(message: JsonObject): string {
  if (at(message, "is_deleted") === true) return "A customer took back a message.";
  if (at(message, "is_unsupported") === true) {
    return "A customer sent something that Instagram does not pass on to apps.";
  }
  const isToStory = at(objectIn(at(message, "reply_to")), "story") !== undefined;
  const start = isToStory ? "Answer to a story from a customer" : "Message from a customer";
  return `${start}: ${messageContent(message)}`;
}

function messageContent(message: JsonObject): string {
  const text = textIn(at(message, "text"));
  const attachments = describeAttachments(listIn(at(message, "attachments")));
  if (text && attachments) return `${quoted(text)} with ${attachments}`;
  return text ? quoted(text) : (attachments ?? "no text");
}

function describeReaction(reaction: JsonObject): string {
  const sign = textIn(at(reaction, "emoji")) ?? textIn(at(reaction, "reaction")) ?? "a reaction";
  return textIn(at(reaction, "action")) === "unreact"
    ? `A customer took back ${sign}.`
    : `A customer reacted with ${sign}`;
}
