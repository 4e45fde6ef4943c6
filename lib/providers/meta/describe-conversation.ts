import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import { messageContent } from "./message-content.ts";
import { quoted } from "./wording.ts";

/**
 * One item of a conversation, on Messenger or Instagram, in one sentence: both do the same things and name some of them
 * differently. Undefined for a kind that is not known to both.
 */
export function describeConversation(kind: string, item: JsonObject): string | undefined {
  const inner = (name: string) => objectIn(at(item, name));
  switch (kind) {
    case "messages":
      return `Message from a customer: ${messageContent(inner("message"))}`;
    case "message_echoes":
      return `Sent to a customer: ${messageContent(inner("message"))}`;
    case "messaging_postbacks":
      return `A customer tapped ${quoted(textIn(at(inner("postback"), "title")) ?? "a button")}`;
    case "message_reads":
    case "messaging_seen":
      return "A customer read the conversation.";
    case "message_reactions":
      return describeReaction(inner("reaction"));
    case "message_edits":
    case "message_edit":
      return `A customer changed a message to ${quoted(textIn(at(inner("message_edit"), "text")) ?? "")}`;
    case "messaging_referrals":
    case "messaging_referral":
      return `A customer came through a link (${textIn(at(inner("referral"), "ref")) ?? "no name"}).`;
    case "messaging_handovers":
    case "messaging_handover":
      return "A conversation with a customer was handed to another app.";
    default:
      return undefined;
  }
}

function describeReaction(reaction: JsonObject): string {
  const sign = textIn(at(reaction, "emoji")) ?? textIn(at(reaction, "reaction")) ?? "a reaction";
  return textIn(at(reaction, "action")) === "unreact"
    ? `A customer took back ${sign}.`
    : `A customer reacted with ${sign}`;
}
