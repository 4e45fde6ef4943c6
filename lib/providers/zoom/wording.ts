import { at, type JsonObject, textIn } from "../json-values.ts";

const longest = 120;

/** Someone's words on one line, cut where a line of a list ends: between characters as people see them. */
export function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length > longest
    ? `${characters.slice(0, longest).join("").trimEnd()}…`
    : characters.join("");
}

/** “Weekly sync” in quotation marks; “meeting 854…” or “a meeting” where the topic was not sent. */
export function meetingName(object: JsonObject): string {
  const topic = shortened(textIn(at(object, "topic")) ?? "");
  if (topic !== "") return `“${topic}”`;
  const id = textIn(at(object, "id"));
  return id ? `meeting ${shortened(id)}` : "a meeting";
}

/** As a sentence begins. */
export function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
