import { at, type JsonObject, textIn } from "../json-values.ts";
import { storableText } from "../storable-text.ts";
import { phoneWords } from "./phone-words.ts";

const longestName = 60;

/** What to call the customer: by the name they chose, else by number, else by the id that stands for a hidden one. */
export function personIn(form: JsonObject, side: "From" | "To"): string {
  const name = storableText(textIn(at(form, "ProfileName")) ?? "", longestName)
    .replace(/\s+/g, " ")
    .trim();
  if (side === "From" && name) return name;

  const address = (textIn(at(form, side)) ?? textIn(at(form, "ExternalUserId")) ?? "").replace(
    /^whatsapp:/,
    "",
  );
  if (/^\+\d+$/.test(address)) return phoneWords(address);
  return address === ""
    ? "a customer"
    : `someone with a hidden number (${storableText(address, longestName)})`;
}
