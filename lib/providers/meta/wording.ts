import type { Json } from "../contract.ts";
import { at, objectIn, textIn } from "../json-values.ts";

const longestQuote = 120;

/** Someone's words in quotation marks on one line, cut where a line of a list ends. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  // Cut between characters as people see them: an emoji is several code units.
  const characters = [...line];
  const shown =
    characters.length > longestQuote ? `${characters.slice(0, longestQuote).join("").trimEnd()}…` : line;
  return `“${shown}”`;
}

const names: Record<string, string> = {
  image: "a picture",
  video: "a video",
  audio: "a voice message",
  file: "a file",
  sticker: "a sticker",
  location: "a location",
  fallback: "a link",
  reel: "a reel",
  ig_reel: "a reel",
  post: "a post",
  ig_post: "a post",
  share: "a shared post",
  story_mention: "a mention in a story",
  template: "a template",
  ephemeral: "a picture that disappears",
};

/** “a picture”, “3 attachments”, or undefined when there is none. */
export function describeAttachments(attachments: Json[]): string | undefined {
  if (attachments.length === 0) return undefined;
  if (attachments.length > 1) return `${attachments.length} attachments`;

  const type = textIn(at(objectIn(attachments[0]), "type")) ?? "";
  return (Object.hasOwn(names, type) ? names[type] : undefined) ?? "an attachment";
}
