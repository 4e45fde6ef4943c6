import { at, type JsonObject, textIn } from "../json-values.ts";
import { quoted } from "../meta/wording.ts";

const files: Record<string, string> = {
  image: "a picture",
  video: "a video",
  audio: "a voice message",
  application: "a document",
  text: "a document",
};

/** What a customer sent: “Hello”, a picture, a place, a tap on a button. */
export function describeMessage(form: JsonObject): string {
  const body = textIn(at(form, "Body"));
  const chosen = textIn(at(form, "ListTitle"));
  const tapped = textIn(at(form, "ButtonText"));
  if (chosen) return `chose ${quoted(chosen)} from a list`;
  if (tapped) return `tapped ${quoted(tapped)}`;
  if (textIn(at(form, "Latitude")) !== undefined) return `a location${place(form)}`;

  const what = attached(form);
  if (what && body) return `${what} with ${quoted(body)}`;
  if (what) return what;
  if (body) return quoted(body);
  const kind = textIn(at(form, "MessageType"));
  return kind && kind !== "text" ? `something of the kind ${quoted(kind)}` : "no text";
}

/** What a message came out of: an advertisement, an answer, something passed on. */
export function describeOrigin(form: JsonObject): string {
  const ad = textIn(at(form, "ReferralHeadline")) ?? textIn(at(form, "ReferralBody"));
  const origins = [
    textIn(at(form, "ReferralSourceType")) || ad ? `after an ad${ad ? ` (${quoted(ad)})` : ""}` : null,
    at(form, "OriginalRepliedMessageSid") && !textIn(at(form, "ButtonText")) && !textIn(at(form, "ListTitle"))
      ? "in reply to a message"
      : null,
    textIn(at(form, "Forwarded")) === "true" || textIn(at(form, "FrequentlyForwarded")) === "true"
      ? "forwarded"
      : null,
  ].filter((origin) => origin !== null);
  return origins.length > 0 ? `, ${origins.join(", ")}` : "";
}

function attached(form: JsonObject): string | undefined {
  const count = Number(textIn(at(form, "NumMedia")) ?? 0);
  if (count > 1) return `${count} files`;

  const kind = textIn(at(form, "MessageType"));
  if (kind === "sticker") return "a sticker";
  if (kind === "contacts") return "a contact";
  if (!(count > 0) && !textIn(at(form, "MediaUrl0"))) return undefined;
  const type = (textIn(at(form, "MediaContentType0")) ?? "").split("/")[0] ?? "";
  return (Object.hasOwn(files, type) ? files[type] : undefined) ?? "a file";
}

function place(form: JsonObject): string {
  const name = textIn(at(form, "Label")) ?? textIn(at(form, "Address"));
  return name ? `: ${quoted(name)}` : "";
}
