import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import { quoted } from "../meta/wording.ts";

const things: Record<string, string> = {
  comment: "comment",
  post: "post",
  status: "post",
  photo: "photo",
  video: "video",
  share: "share",
  reaction: "reaction",
  like: "like",
};

const deeds: Record<string, string> = {
  add: "added",
  edit: "changed",
  edited: "changed",
  remove: "removed",
  hide: "hid",
  unhide: "showed again",
};

/** A change in a Page's feed in one sentence: “Dana added a comment: “Looks great””. */
export function describeFeed(value: JsonObject): string {
  const who = textIn(at(objectIn(at(value, "from")), "name")) ?? "Someone";
  const item = textIn(at(value, "item")) ?? "";
  const verb = textIn(at(value, "verb")) ?? "add";
  const thing = (Object.hasOwn(things, item) ? things[item] : undefined) ?? "post";
  const deed = (Object.hasOwn(deeds, verb) ? deeds[verb] : undefined) ?? "changed";
  const reaction = textIn(at(value, "reaction_type"));
  const message = textIn(at(value, "message"));

  const sentence = `${who} ${deed} a ${thing}`;
  if (reaction) return `${sentence} (${reaction})`;
  return message ? `${sentence}: ${quoted(message)}` : `${sentence}.`;
}
