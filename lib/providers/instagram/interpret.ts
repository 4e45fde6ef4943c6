import type { EventInterpreter, Json } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn } from "../json-values.ts";
import { messagingType } from "../meta/messaging-type.ts";
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
  label: (eventType) => (Object.hasOwn(labels, eventType) ? labels[eventType] : undefined) ?? eventType,
  interpret: ({ eventType, payload }) => ({ summary: summarize(eventType, payload) }),
};

function summarize(eventType: string, payload: Json): string {
  const entry = objectIn(listIn(at(objectIn(payload), "entry"))[0]);
  const item = listIn(at(entry, "messaging"))[0] ?? listIn(at(entry, "standby"))[0];
  // What arrives as a change holds the item in its value, and is once printed without `changes` around it.
  const change = objectIn(listIn(at(entry, "changes"))[0] ?? entry);
  const content = objectIn(item ?? at(change, "value"));

  const sentence = describeComment(eventType, content) ?? describeItem(content);
  if (!sentence) return `${instagramInterpreter.label(eventType)}.`;
  return eventType === "standby" ? `${sentence} Another app controls this conversation.` : sentence;
}

const describeItem = (content: JsonObject) => describeMessaging(messagingType("instagram", content), content);
