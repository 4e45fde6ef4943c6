import type { EventInterpreter, Interpretation, Json } from "../contract.ts";
import { at, listIn, objectIn, textIn } from "../json-values.ts";
import { awaitedMessage } from "../meta/awaited-message.ts";
import { messageNews } from "../meta/message-news.ts";
import { messagingType } from "../meta/messaging-type.ts";
import { unknownEvent } from "../unknown-event.ts";
import { describeComment } from "./describe-comment.ts";
import { describeMessaging } from "./describe-messaging.ts";

const labels: Record<string, string> = {
  messages: "Message received",
  message_echoes: "Message sent",
  messaging_postbacks: "Button tapped",
  message_reactions: "Reaction",
  messaging_seen: "Read",
  message_edit: "Message edited",
  messaging_referral: "Came through a link",
  messaging_optins: "Opted in",
  messaging_handover: "Conversation handed over",
  standby: "Seen while another app answers",
  comments: "Comment",
  live_comments: "Comment on a live video",
  mentions: "Mentioned",
  story_insights: "Story figures",
};

/** What happens on an Instagram account, told to the person who runs it. */
export const instagramInterpreter: EventInterpreter = {
  label: (eventType) => ownLabel(eventType) ?? eventType,
  interpret: ({ eventType, payload }) => interpret(eventType, payload),
};

const ownLabel = (eventType: string) => (Object.hasOwn(labels, eventType) ? labels[eventType] : undefined);

function interpret(eventType: string, payload: Json): Interpretation {
  const entry = objectIn(listIn(at(objectIn(payload), "entry"))[0]);
  const item = listIn(at(entry, "messaging"))[0] ?? listIn(at(entry, "standby"))[0];
  // What arrives as a change holds the item in its value, and is once printed without `changes` around it.
  const change = objectIn(listIn(at(entry, "changes"))[0] ?? entry);
  const content = objectIn(item ?? at(change, "value"));

  const comment = describeComment(eventType, content);
  if (comment) return { summary: comment };

  const kind = messagingType("instagram", content);
  const sentence = describeMessaging(kind, content);
  if (!sentence) {
    const label = ownLabel(eventType);
    return label ? { summary: `${label}.` } : unknownEvent(eventType);
  }
  const account = textIn(at(entry, "id"));
  const news = messageNews(account, kind, content);
  if (eventType === "standby") {
    return { summary: `${sentence} Another app controls this conversation.`, ...news };
  }
  return { summary: sentence, ...news, ...awaitedMessage(account, kind, content) };
}
