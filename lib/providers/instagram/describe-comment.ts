import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import { quoted } from "../meta/wording.ts";

const places: Record<string, string> = {
  FEED: "a post",
  REELS: "a reel",
  STORY: "a story",
  AD: "an ad",
  LIVE: "a live video",
};

/** A comment or a mention in one sentence, or undefined for any other kind. Mentions in comments come as comments, too. */
export function describeComment(eventType: string, value: JsonObject): string | undefined {
  const username = textIn(at(objectIn(at(value, "from")), "username"));
  const who = username ? `@${username}` : "Someone";
  const text = textIn(at(value, "text"));

  switch (eventType) {
    case "comments":
    case "live_comments":
      return `${who} ${deed(eventType, value)}${text ? `: ${quoted(text)}` : "."}`;
    case "mentions":
      return `${who} mentioned the account ${textIn(at(value, "comment_id")) ? "in a comment" : "in a post"}.`;
    default:
      return undefined;
  }
}

function deed(eventType: string, value: JsonObject): string {
  if (textIn(at(value, "verb")) === "remove") return "removed a comment";
  if (textIn(at(value, "parent_id"))) return "answered a comment";

  const product = textIn(at(objectIn(at(value, "media")), "media_product_type")) ?? "";
  const place = eventType === "live_comments" ? places.LIVE : known(product);
  return `commented on ${place ?? "a post"}`;
}

const known = (product: string) => (Object.hasOwn(places, product) ? places[product] : undefined);
