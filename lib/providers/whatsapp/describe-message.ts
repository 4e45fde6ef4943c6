import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { quoted } from "../meta/wording.ts";
import { contactName } from "./contact-name.ts";

/** A message to the business in one sentence. */
export function describeMessage(value: JsonObject, message: JsonObject): string {
  const who = contactName(value, message);
  const type = textIn(at(message, "type")) ?? "";
  const inner = objectIn(at(message, type));
  const headline = textIn(at(objectIn(at(message, "referral")), "headline"));
  const isFromAd = at(message, "referral") !== undefined;

  const sentence = describeDeed(who, type, inner) ?? `Message from ${who}: ${content(type, inner)}`;
  if (!isFromAd) return sentence;
  return `${sentence} They came from ${headline ? `the ad ${quoted(headline)}` : "an ad"}.`;
}

/** What is not said but done. */
function describeDeed(who: string, type: string, inner: JsonObject): string | undefined {
  switch (type) {
    case "interactive":
      return describeChoice(who, inner);
    case "button":
      return `${who} tapped ${quoted(textIn(at(inner, "text")) ?? "a button")}`;
    case "reaction": {
      const emoji = textIn(at(inner, "emoji"));
      return emoji ? `${who} reacted with ${emoji}` : `${who} took back a reaction.`;
    }
    case "order": {
      const count = listIn(at(inner, "product_items")).length;
      return `${who} ordered ${count === 1 ? "one product" : `${count} products`} from the catalogue.`;
    }
    case "system":
      return textIn(at(inner, "type")) === "user_changed_number" || textIn(at(inner, "wa_id"))
        ? `${who} has a new phone number.`
        : `${who}: ${quoted(textIn(at(inner, "body")) ?? "news from WhatsApp")}`;
    case "request_welcome":
      return `${who} opened the conversation for the first time.`;
    case "unsupported":
      return `${who} sent something that WhatsApp does not pass on to apps.`;
    default:
      return undefined;
  }
}

function describeChoice(who: string, inner: JsonObject): string {
  const reply = (name: string) => textIn(at(objectIn(at(inner, name)), "title"));
  if (at(inner, "nfm_reply") !== undefined) return `${who} filled in a form.`;
  return `${who} chose ${quoted(reply("button_reply") ?? reply("list_reply") ?? "an answer")}`;
}

function content(type: string, inner: JsonObject): string {
  if (type === "text") return quoted(textIn(at(inner, "body")) ?? "");
  const thing = thingSent(type, inner);
  const caption = textIn(at(inner, "caption"));
  return caption ? `${thing} with ${quoted(caption)}` : thing;
}

function thingSent(type: string, inner: JsonObject): string {
  switch (type) {
    case "image":
      return "a picture";
    case "video":
      return "a video";
    case "audio":
      return at(inner, "voice") === true ? "a voice message" : "an audio file";
    case "document":
      return named("a file", textIn(at(inner, "filename")));
    case "sticker":
      return "a sticker";
    case "location":
      return named("a location", textIn(at(inner, "name")) ?? textIn(at(inner, "address")));
    case "contacts":
      return "contact details";
    default:
      return "something of a new kind";
  }
}

const named = (thing: string, name: string | undefined) => (name ? `${thing} (${name})` : thing);
