import { at, type JsonObject, textIn } from "../json-values.ts";
import { phoneWords } from "./phone-words.ts";

/** What to call the customer: by the name they chose, else by number, else by the id that stands for a hidden one. */
export function personIn(form: JsonObject, side: "From" | "To"): string {
  const name = textIn(at(form, "ProfileName"))?.replace(/\s+/g, " ").trim().slice(0, 60);
  if (side === "From" && name) return name;

  const address = (textIn(at(form, side)) ?? textIn(at(form, "ExternalUserId")) ?? "").replace(
    /^whatsapp:/,
    "",
  );
  if (/^\+\d+$/.test(address)) return phoneWords(address);
  return address === "" ? "a customer" : `someone with a hidden number (${address.slice(0, 60)})`;
}
