import type { EventInterpreter, Interpretation, Json } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { awaitedMessage } from "../meta/awaited-message.ts";
import { describeConversation } from "../meta/describe-conversation.ts";
import { messageNews } from "../meta/message-news.ts";
import { messagingType } from "../meta/messaging-type.ts";
import { unknownEvent } from "../unknown-event.ts";
import { describeFeed } from "./describe-feed.ts";

const labels: Record<string, string> = {
  messages: "Message received",
  message_echoes: "Message sent",
  messaging_postbacks: "Button tapped",
  message_deliveries: "Delivered",
  message_reads: "Read",
  message_reactions: "Reaction",
  message_edits: "Message edited",
  messaging_referrals: "Came through a link",
  messaging_optins: "Opted in",
  messaging_handovers: "Conversation handed over",
  messaging_policy_enforcement: "Policy notice from Facebook",
  messaging_account_linking: "Account link changed",
  standby: "Seen while another app answers",
  feed: "Page activity",
  mention: "Page mentioned",
  ratings: "Recommendation",
};

/** What happens on a Facebook Page, told to the person who runs it. */
export const facebookInterpreter: EventInterpreter = {
  label: (eventType) => ownLabel(eventType) ?? eventType,
  interpret: ({ eventType, payload }) => interpret(eventType, payload),
};

const ownLabel = (eventType: string) => (Object.hasOwn(labels, eventType) ? labels[eventType] : undefined);

function interpret(eventType: string, payload: Json): Interpretation {
  const entry = objectIn(listIn(at(objectIn(payload), "entry"))[0]);
  const change = objectIn(listIn(at(entry, "changes"))[0]);
  const value = objectIn(at(change, "value"));
  const item = listIn(at(entry, "messaging"))[0] ?? listIn(at(entry, "standby"))[0];

  if (item === undefined && eventType === "feed") return { summary: describeFeed(value) };

  const messaging = objectIn(item ?? at(change, "value"));
  const kind = messagingType("facebook", messaging);
  const sentence = describeMessaging(kind, messaging);
  if (!sentence) {
    const label = ownLabel(eventType);
    return label ? { summary: `${label}.` } : unknownEvent(eventType);
  }
  return {
    summary: eventType === "standby" ? `${sentence} Another app controls this conversation.` : sentence,
    ...(kind === "messaging_policy_enforcement" && {
      effect: { kind: "check" } as const,
      needsAccess: true as const,
    }),
    ...messageNews(textIn(at(entry, "id")), kind, messaging),
    ...(eventType !== "standby" && awaitedMessage(textIn(at(entry, "id")), kind, messaging)),
  };
}

function describeMessaging(kind: string, item: JsonObject): string | undefined {
  if (kind === "message_deliveries") return "Messages reached a customer.";
  if (kind === "messaging_policy_enforcement")
    return describePolicy(objectIn(at(item, "policy_enforcement")));
  return describeConversation(kind, item);
}

function describePolicy(notice: JsonObject): string {
  const reason = textIn(at(notice, "reason"));
  return `Facebook took action on this Page (${textIn(at(notice, "action")) ?? "unnamed"})${reason ? `: ${reason}` : "."}`;
}
